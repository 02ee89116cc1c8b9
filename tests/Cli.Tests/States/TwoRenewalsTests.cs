using System.Text.Json.Nodes;
using SesamTalk.Cli.Tests.Commands;
using SesamTalk.Cli.Tests.Program;

namespace SesamTalk.Cli.Tests.States;

/// <summary>Two programs, each a process of its own, with one chain of tokens.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class TwoRenewalsTests
{
    private static readonly HttpClient Browser = new();

    [Test]
    public async Task One_of_two_processes_renews_the_token_and_both_go_on_with_it()
    {
        await using var world = await ConsentWorld.StartAsync();
        world.AddFlow();
        await world.Program(new Person(address => Browser.GetStringAsync(address))).RunAsync("connect", "exact");
        world.TokensGiven().Should().HaveCount(1);
        world.LetTokenEnd();

        using var one = world.StartProgram("doctor", "exact");
        using var other = world.StartProgram("doctor", "exact");
        var (first, second) = (await one.EndAsync(), await other.EndAsync());

        new[] { first.Output, second.Output }.Should().OnlyContain(output => output.Contains("there is a token"), first.Error + second.Error);
        var given = world.TokensGiven();
        given.Should().HaveCount(2, "the first, and the one that one of them got");
        ((string)JsonNode.Parse(File.ReadAllText(world.Tokens.Single()))!["refresh"]!).Should().Be(given[^1], "the newest is kept");
    }
}

using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class ShowTests
{
    [TestCase("show people", "show.txt")]
    [TestCase("show people --format json", "show.json")]
    [TestCase("show peeple", "unknown.txt")]
    [TestCase("show", "none.txt")]
    [TestCase("show --select tag:persons --exclude people", "nothing-left.txt")]
    public async Task A_flow_is_shown_after_defaults_with_the_laws_of_its_rows(string arguments, string golden)
    {
        using var workspace = AuthoredWorkspace.Create();

        var result = await workspace.Program().RunAsync(arguments.Split(' '));

        GoldenFile.Compare($"cli/show/{golden}", result.All);
    }

    [TestCase("system:shop")]
    [TestCase("entity:Person")]
    [TestCase("*")]
    public async Task Several_flows_are_shown_one_after_the_other(string selector)
    {
        using var workspace = AuthoredWorkspace.Create();

        var result = await workspace.Program().RunAsync("show", selector);

        result.Output.Should().StartWith("back\n").And.Contain("\n\npeople\n");
        result.Error.Should().BeEmpty();
    }

    [Test]
    public async Task A_flow_with_errors_is_shown_as_far_as_it_is_known()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow.Replace("mobile", "moblie", StringComparison.Ordinal));

        var result = await workspace.Program().RunAsync("show", "people");

        result.Output.Should().MatchRegex("phone +<-> +moblie +string +not known");
        result.Error.Should().Contain("'sesamtalk validate' tells it");
        result.Code.Should().Be(ExitCode.Done);
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SesamTalk.Cli.Tests.Killing;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.Cli.Tests.Sandbox;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Cli.Tests.Watching;

/// <summary>A watch over the sandbox: what stands in for Exact Online is reached over HTTP, and sends webhooks of what is edited in its database.</summary>
[Parallelizable(ParallelScope.All)]
public sealed partial class SandboxWatchTests
{
    private const string Flow = "customerp-customer-to-exact-accounts";

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(2);

    [Test]
    public async Task An_edit_in_Exact_Online_arrives_long_before_the_interval_has_passed()
    {
        using var firm = Firm();
        var address = new TaskCompletionSource<string>();
        var program = Program(firm, line => Listen(line, address));
        var watch = program.RunAsync("run", "--watch", "--listen", "127.0.0.1:0", "--select", Flow, "--format", "json");
        await ReachAsync(watch, program.Clock.IsWaitedForAsync(Interval));
        var name = DatabaseReader.Query(firm.PathOf("custom-erp"), "SELECT name FROM customers GROUP BY name HAVING count(*) = 1 ORDER BY customer_id")[0];
        DatabaseReader.Execute(firm.PathOf("exact-online"), $"INSERT INTO WebhookSubscriptions (ID, Topic, CallbackURL) VALUES ('one', 'Accounts', '{await address.Task}')");
        DatabaseReader.Execute(firm.PathOf("exact-online"), $"UPDATE Accounts SET Phone = '+47 99 88 77 66' WHERE Name = '{name}'");

        program.Clock.Advance(TimeSpan.FromSeconds(1));
        await ReachAsync(watch, program.Clock.IsWaitedForAsync(Gathering));
        program.Clock.Advance(Gathering);
        await ReachAsync(watch, program.Clock.IsWaitedForAsync(Interval));

        DatabaseReader.Query(firm.PathOf("custom-erp"), $"SELECT phone FROM customers WHERE name = '{name}'").Should().Equal("+47 99 88 77 66");
        var second = JsonNode.Parse((await EndAsync(program, watch)).Output.Split('\n')[1])!;
        ((long)second["webhooks"]!["taken"]!).Should().BePositive();
        ((long)second["webhooks"]!["refused"]!).Should().Be(0);
    }

    [Test]
    [Clause("W4")]
    public async Task A_consent_that_was_taken_back_is_told_once_and_tried_again_at_each_interval()
    {
        using var firm = Firm();
        var program = Program(firm, _ => { });
        var watch = program.RunAsync("run", "--watch", "--select", Flow);
        await ReachAsync(watch, program.Clock.IsWaitedForAsync(Interval));
        DatabaseReader.Execute(firm.PathOf("exact-online"), "UPDATE Tokens SET state = 'revoked'");

        for (var run = 2; run <= 3; run++)
        {
            program.Clock.Advance(Interval);
            await ReachAsync(watch, program.Clock.IsWaitedForAsync(Interval));
        }

        var result = await EndAsync(program, watch);
        Regex.Count(result.Output, "sesamtalk connect exact-online").Should().Be(1);
        result.Output.Should().MatchRegex("Run 3: nothing was written.* As before: exact-online");
    }

    private static SmallFirm Firm()
    {
        var firm = SmallFirm.New();
        var systems = Path.Combine(firm.Folder, "flows", "systems.yaml");
        File.WriteAllText(systems, File.ReadAllText(systems).Replace("read_every: 10s", "read_every: 1h", StringComparison.Ordinal));
        return firm;
    }

    private static TestProgram Program(SmallFirm firm, Action<string> beside) =>
        new(firm.Folder) { Clock = new FakeClock { WaitsPassAtOnce = false }, Beside = beside };

    private static void Listen(string line, TaskCompletionSource<string> address)
    {
        if (Address().Match(line) is { Success: true } found)
        {
            address.TrySetResult(found.Value);
        }
    }

    private static async Task ReachAsync(Task<ProgramResult> watch, Task point)
    {
        if (await Task.WhenAny(watch, point) == watch)
        {
            Assert.Fail($"It ended: {(await watch).All}");
        }
    }

    private static async Task<ProgramResult> EndAsync(TestProgram program, Task<ProgramResult> watch)
    {
        program.Interruption.Interrupt(ExitCode.Interrupted);
        var result = await watch;
        result.Code.Should().Be(ExitCode.Interrupted);
        return result;
    }

    [GeneratedRegex("(?<=^Listening for webhooks of exact-online at )http.*[^.]")]
    private static partial Regex Address();
}

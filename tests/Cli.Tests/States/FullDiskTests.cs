using SesamTalk.Cli.Tests.Killing;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.Cli.Tests.ShippedSet;
using SesamTalk.Cli.Workspaces;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.States;

/// <summary>
/// A disk with no more room for the state: the operating system lets no file of the program grow beyond a limit, which the state
/// meets sooner or later, and the databases of the systems do not. What stands in for those that speak HTTP runs elsewhere.
/// </summary>
[Parallelizable(ParallelScope.All)]
[Platform("Linux,MacOsX")]
[Clause("T4")]
public sealed class FullDiskTests
{
    private static readonly Lazy<Task<(Snapshot Before, Snapshot After)>> Reference = new(RunUndisturbedAsync);

    [TestCase(600)]
    [TestCase(1200)]
    [TestCase(1400)]
    [TestCase(1600)]
    [TestCase(2000)]
    public async Task A_run_that_finds_no_room_says_so_and_the_next_one_goes_on(int limit)
    {
        var reference = await Reference.Value;
        using var firm = SmallFirm.New();

        var stopped = await RunWithinAsync(firm, limit);
        var ended = await new TestProgram(firm.Folder) { GoesByTheMachine = true }.RunAsync("run");
        var after = await firm.ReadAsync();
        var quiet = await firm.RunHereAsync();

        stopped.Error.Should().EndWith("/.sesamtalk/state.db: disk I/O error.\nSee whether it is full, damaged or gone, and run again: nothing is lost.\n");
        stopped.Code.Should().Be(4);
        ended.Code.Should().Be(ExitCode.Done, ended.Error);
        Settled.Difference(reference.After, after, reference.Before).Should().BeEmpty();
        quiet.Writes.Should().Be(0);
    }

    private static async Task<(int Code, string Output, string Error)> RunWithinAsync(SmallFirm firm, int limit)
    {
        await using var shipped = await ShippedStandIns.StartAsync(firm.Folder, firm.PathOf);
        await shipped.ReachedAsync(firm.Set);
        var variables = string.Concat(StandInRequests.GivenBy(shipped.StandIns).Select(variable => $"export {variable.Key}='{variable.Value}'; "));
        using var program = RealProgram.StartAfter($"{variables}trap '' XFSZ; ulimit -f {limit}; exec", firm.Folder, "run");
        return await program.EndAsync();
    }

    private static async Task<(Snapshot Before, Snapshot After)> RunUndisturbedAsync()
    {
        using var firm = SmallFirm.New();
        var before = await firm.ReadAsync();
        (await firm.RunHereAsync()).Findings.Should().BeEmpty();
        return (before, await firm.ReadAsync());
    }
}

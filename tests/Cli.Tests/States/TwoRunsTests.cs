using SesamTalk.Cli.Tests.Killing;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.States;

/// <summary>Two programs on one state.</summary>
[Parallelizable(ParallelScope.All)]
[Platform("Linux,MacOsX")]
[Clause("G5")]
public sealed class TwoRunsTests
{
    [TestCase("run")]
    [TestCase("undo", "1")]
    [TestCase("sandbox", "reset")]
    public async Task Who_comes_second_is_told_who_holds_the_state_and_the_first_goes_on(params string[] second)
    {
        using var firm = SmallFirm.New();
        using var first = await UnderWayAsync(firm);

        var refused = await ProgramOn(firm).RunAsync(second);
        ProcessSignal.GoOn(first);
        var ended = await first.EndAsync();

        refused.Error.Should().MatchRegex(
            $@"^Another run is under way on this state: process {first.ProcessId} on \S+, since 2\d\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC\.\nWait for it to end\. Where it is 'run --watch', which begins again and again, stop that with Ctrl-C first\.\n$");
        refused.Code.Should().Be(ExitCode.Guarded);
        ended.Code.Should().Be(0, ended.Error);
    }

    [TestCase("status")]
    [TestCase("links", "list")]
    [TestCase("conflicts", "list")]
    public async Task What_only_reads_does_not_wait_for_a_run(params string[] reading)
    {
        using var firm = SmallFirm.New();
        using var first = await UnderWayAsync(firm);

        var told = await ProgramOn(firm).RunAsync(reading);
        await first.KillAsync();

        told.Code.Should().Be(ExitCode.Done, told.Error);
    }

    [Test]
    [Clause("T4")]
    public async Task A_run_that_was_killed_holds_nothing()
    {
        using var firm = SmallFirm.New();
        using var first = await UnderWayAsync(firm);
        await first.KillAsync();

        var next = await ProgramOn(firm).RunAsync("run");

        next.Output.Should().StartWith("Run 2:");
        next.Code.Should().Be(ExitCode.Done, next.Error);
    }

    // It is held still, so that the other comes while it is under way however fast the machine is.
    private static async Task<RealProgram> UnderWayAsync(SmallFirm firm)
    {
        var program = RealProgram.Start(firm.Folder, "run");
        await program.IsUnderWayAsync();
        ProcessSignal.Stop(program);
        return program;
    }

    // The other is a process of its own: what comes second may be this one.
    private static TestProgram ProgramOn(SmallFirm firm) => new(firm.Folder) { GoesByTheMachine = true };
}

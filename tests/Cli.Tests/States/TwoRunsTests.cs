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
    [Test]
    public async Task Who_comes_second_is_told_who_holds_the_state_and_the_first_goes_on()
    {
        using var firm = SmallFirm.New();
        using var first = await UnderWayAsync(firm);

        var refused = await AllOf(firm, "run", "undo 1", "sandbox reset");
        ProcessSignal.GoOn(first);
        var ended = await first.EndAsync();

        refused.Select(it => it.Error).Should().AllSatisfy(error => error.Should().MatchRegex(
            $@"^Another run is under way on this state: process {first.ProcessId} on \S+, since 2\d\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC\.\nWait for it to end\. Where it is 'run --watch', which begins again and again, stop that with Ctrl-C first\.\n$"));
        refused.Should().OnlyContain(it => it.Code == ExitCode.Guarded);
        ended.Code.Should().Be(0, ended.Error);
    }

    [Test]
    public async Task What_only_reads_does_not_wait_for_a_run()
    {
        using var firm = SmallFirm.New();
        using var first = await UnderWayAsync(firm);

        var told = await AllOf(firm, "status", "links list", "conflicts list");
        await first.KillAsync();

        told.Should().OnlyContain(it => it.Code == ExitCode.Done);
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

    private static async Task<List<ProgramResult>> AllOf(SmallFirm firm, params string[] commandLines)
    {
        var results = new List<ProgramResult>();
        foreach (var line in commandLines)
        {
            results.Add(await ProgramOn(firm).RunAsync(line.Split(' ')));
        }

        return results;
    }

    // The other is a process of its own: what comes second may be this one.
    private static TestProgram ProgramOn(SmallFirm firm) => new(firm.Folder) { GoesByTheMachine = true };
}

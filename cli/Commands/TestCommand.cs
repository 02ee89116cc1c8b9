using System.Collections.Immutable;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Output.Tests;
using SesamTalk.Cli.Testing;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Testing;

namespace SesamTalk.Cli.Commands;

/// <summary><c>test</c>: the tests of flows, run by the engine over systems in memory.</summary>
internal sealed class TestCommand : CommandWithAnswer
{
    public TestCommand()
        : base("test", "Runs the tests of flows (*.flow-test.yaml) by the engine, over systems in memory. Reaches no system and needs no credentials.") => TestOptions.AddTo(this);

    /// <inheritdoc/>
    public override ImmutableArray<string> Forms => [GlobalOptions.Text, GlobalOptions.Json, TestJunit.Form];

    /// <inheritdoc/>
    public override void WriteNothing(string form, TextWriter writer)
    {
        if (form == TestJunit.Form)
        {
            TestJunit.WriteNothing(writer);
        }
    }

    /// <inheritdoc/>
    public override async Task<Answer> AnswerAsync(Call call)
    {
        var paths = TestSelection.PathsOf(call);
        var location = LocationOf(call, paths);
        var reading = Read(call, location);
        if (reading.Set is not { } set)
        {
            return new Answer(ExitCode.Findings, new Refusal(reading));
        }

        var selection = TestSelection.Of(call, reading, location, paths);
        var (updates, breaks) = (call.Parsed.GetValue<bool>(TestOptions.Update), call.Parsed.GetValue<bool>(TestOptions.Mutants));

        // Mutants take long, and what the files expect in the end is what has to notice them.
        var report = await RunAsync(call, set, selection, breaks && !updates);
        if (!updates)
        {
            return Answer(call, reading, report, []);
        }

        var updated = TestUpdate.Write(call, reading, selection.Files, report.Results);
        if (updated.IsEmpty && !breaks)
        {
            return Answer(call, reading, report, []);
        }

        reading = Read(call, location);
        selection = TestSelection.Of(call, reading, location, paths);
        return Answer(call, reading, await RunAsync(call, set, selection, breaks), updated);
    }

    // The form of JUnit has no place for it.
    private static void TellNone(Call call, TestSummary summary)
    {
        var forms = call.Parsed.GetValue<string[]>(GlobalOptions.Format) ?? [];
        if (new TestText(summary).WhyNone is { } why && forms.Contains(TestJunit.Form) && !forms.Contains(GlobalOptions.Text))
        {
            DiagnosticForm.Write(new TextPage(call.Surroundings.Error, Surroundings.Unbounded, colours: false), summary.Faults, summary.Reading.Render);
            call.Tell(why);
        }
    }

    private static WorkspaceLocation LocationOf(Call call, ImmutableArray<string> paths) =>
        !paths.IsEmpty && call.Parsed.GetValue<string>(GlobalOptions.Workspace) is null ? WorkspaceLocator.Find(paths[0]) ?? WorkspaceFinder.Find(call) : WorkspaceFinder.Find(call);

    private static FlowSetReading Read(Call call, WorkspaceLocation location) => WorkspaceFinder.Read(call, location, options => options with { ReadsTests = true });

    private static Task<FlowTestReport> RunAsync(Call call, FlowSet set, TestSelection selection, bool breaks) =>
        new FlowTester(new FlowTestOptions(clock => new MemoryTestSystems(clock), call.Surroundings.Clock))
            .RunAsync(set, selection.Flows, selection.Files, breaks, call.Interruption.Token);

    private static Answer Answer(Call call, FlowSetReading reading, FlowTestReport report, ImmutableArray<string> updated)
    {
        var minimum = call.Parsed.GetValue<int?>(TestOptions.MinimumCoverage);
        var summary = new TestSummary(report, reading)
        {
            Updated = updated,
            MinimumCoverage = minimum,
            TellsCoverage = minimum is not null || call.Parsed.GetValue<bool>(TestOptions.Coverage),
        };
        TellNone(call, summary);
        return new Answer(summary.Fails ? ExitCode.Findings : ExitCode.Done, summary);
    }
}

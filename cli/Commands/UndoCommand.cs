using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Progress;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Commands;

/// <summary><c>undo</c>: takes a run back.</summary>
internal sealed class UndoCommand : CommandWithAnswer
{
    private readonly Argument<long> _run = Tokens.Number("RUN", "a run", "The number of a run, as 'run', 'status' and 'history' tell it.");

    public UndoCommand()
        : base("undo", "Runs, and then gives what a run has changed its earlier value again, wherever nobody has changed it since.") => Add(_run);

    /// <inheritdoc/>
    public override async Task<Answer> AnswerAsync(Call call)
    {
        var workspace = ReachedWorkspace.Read(call);
        var reading = workspace.Reading;
        if (reading.Set is not { } set)
        {
            return new Answer(ExitCode.Findings, new Refusal(reading));
        }

        if (!IsThere(set.Workspace.State))
        {
            return StateCommand.NothingYet();
        }

        StateHold.DemandFree(set.Workspace.State, call.Surroundings.Clock);
        await using var sandbox = await OpenSandbox.StartAsync(call, workspace, set);
        var run = call.Parsed.GetValue(_run);
        var runner = EngineComposition.Runner(call.Surroundings);
        var report = await ProgressForm.WatchAsync(call.Surroundings, progress => runner.UndoAsync(sandbox.Set, run, progress, call.Interruption.Token));
        return report is null
            ? Answer.Failed(ExitCode.Usage, $"There is no run {run}.", "'sesamtalk history RECORD' tells which runs have written to a record.")
            : new Answer(ExitCodes.Worst([RunExitCode.Of(report.Run), LeftCode(report)]), new UndoSummary(report, reading.Flows));
    }

    private static bool IsThere(string path)
    {
        using var state = StateReader.Open(path);
        return state is not null;
    }

    // What was not restored is for a person to look at.
    private static ExitCode LeftCode(Engine.History.UndoReport report) =>
        report.Changes.Any(change => change.Reason is not null) ? ExitCode.Findings : ExitCode.Done;
}

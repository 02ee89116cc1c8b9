using System.Collections.Immutable;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Progress;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Watching;

/// <summary>
/// Runs again and again until it is interrupted. What goes wrong with a system is told, and tried again after the interval; what ends a run
/// without a report ends the watch as well.
/// </summary>
/// <param name="call">The call.</param>
/// <param name="set">The flows, with systems that are there.</param>
/// <param name="options">Which of them.</param>
/// <param name="outlines">The same, as they are told of.</param>
/// <param name="desk">Who takes webhooks; none where nobody listens.</param>
internal sealed class Watch(Call call, FlowSet set, RunOptions options, ImmutableArray<FlowOutline> outlines, WebhookDesk? desk)
{
    // A person who decides something between two runs does not end the watch; another watch does.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Runner _runner = EngineComposition.Runner(call.Surroundings);
    private readonly ToldFindings _told = new();

    /// <summary>Runs, and never returns: an exception ends it.</summary>
    /// <param name="next">When the next run begins.</param>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task<Answer> RunAsync(NextRun next)
    {
        while (true)
        {
            call.Emit(await RunOnceAsync());
            await next.WaitAsync(set.Workspace.ReadEvery, call.Interruption.Token);
        }
    }

    private async Task<Answer> RunOnceAsync()
    {
        var report = await StateTurn.WaitAsync(call, Patience, () => ProgressForm.WatchAsync(
            call.Surroundings, progress => _runner.RunAsync(set, options, progress, call.Interruption.Token), tellsStages: false));
        return new Answer(RunExitCode.Of(report), new WatchedRun(new RunSummary(report, outlines), _told.Untold(report.Findings), desk?.TakeCounts()));
    }
}

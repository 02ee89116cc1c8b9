using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Connecting;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.History;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Running;

/// <summary>Runs a set of flows until it is settled (chapter 8).</summary>
/// <param name="connectors">The adapters that there are.</param>
/// <param name="clock">The time.</param>
/// <param name="identifiers">Where new identifiers come from.</param>
public sealed class Runner(IEnumerable<IConnector> connectors, TimeProvider clock, IIdentifierSource identifiers)
{
    /// <summary>Is told of each durable step of a run, so that a simulation can kill it there.</summary>
    internal Action<DurableStep>? Watch { get; init; }

    /// <summary>Runs a set once.</summary>
    /// <param name="set">The set, checked.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Is told where the run stands.</param>
    /// <param name="cancellationToken">Ends the run between two steps; what was done is kept, and the next run goes on.</param>
    /// <exception cref="StateHeldException">Another run is under way on the same state (clause G5).</exception>
    /// <exception cref="StateFailureException">The state cannot be used.</exception>
    public async Task<RunReport> RunAsync(FlowSet set, RunOptions options, IProgress<RunProgress>? progress, CancellationToken cancellationToken) =>
        (await RunAsync(set, options, undone: null, progress, cancellationToken))!.Run;

    /// <summary>
    /// Runs a set, and then takes an earlier run back: what it changed gets its earlier value wherever nobody has changed it since, as
    /// an edit that travels like every other (clause H2). It is a run of its own.
    /// </summary>
    /// <param name="set">The set, checked.</param>
    /// <param name="run">The run to take back.</param>
    /// <param name="progress">Is told where the run stands.</param>
    /// <param name="cancellationToken">Ends the run between two steps.</param>
    /// <returns>What became of it; none where there is no such run.</returns>
    /// <exception cref="StateHeldException">Another run is under way on the same state (clause G5).</exception>
    /// <exception cref="StateFailureException">The state cannot be used.</exception>
    public Task<UndoReport?> UndoAsync(FlowSet set, long run, IProgress<RunProgress>? progress, CancellationToken cancellationToken) =>
        RunAsync(set, new RunOptions(), run, progress, cancellationToken);

    private async Task<UndoReport?> RunAsync(
        FlowSet set, RunOptions options, long? undone, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        var path = set.Workspace.State;
        using var held = StateLock.Take(path, clock);
        if (undone is not null && !StateReader.IsThere(path))
        {
            return null;
        }

        try
        {
            return await RunOnStateAsync(set, options, undone, progress, cancellationToken);
        }
        catch (Sqlite.SqliteFailureException failure) when (failure.Path == path)
        {
            throw StateFailureException.Of(path, failure);
        }
        catch (DamagedBytesException damage)
        {
            throw StateFailureException.Of(path, damage);
        }
    }

    private async Task<UndoReport?> RunOnStateAsync(
        FlowSet set, RunOptions options, long? undone, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        var mapped = MappedSet.Compile(set, options.Flows);
        using var state = StateFile.Open(set.Workspace.State, mapped, Watch);
        if (undone is { } number && state.Runs.KindOf(number) is null)
        {
            return null;
        }

        var ledger = new RunLedger();
        var systems = Reach(set.Workspace, mapped, ledger, progress);
        try
        {
            var (kind, detail) = undone is null ? (RunKinds.Run, null) : (RunKinds.Undo, $"{undone}");
            var context = new RunContext(mapped, state, systems, ledger, clock, identifiers, options, progress, kind, detail);
            var undoing = undone is null ? null : new Undoing(context, undone.Value);
            var report = await RunAsync(context, set.Workspace.Clusters, undoing, cancellationToken);
            return new UndoReport(report, undone ?? 0, undoing?.Restored ?? 0, undoing is null ? [] : [.. undoing.Changes]);
        }
        finally
        {
            foreach (var system in systems.Values)
            {
                await system.DisposeAsync();
            }
        }
    }

    private async Task<RunReport> RunAsync(RunContext context, ClusterLimits limits, Undoing? undoing, CancellationToken cancellationToken)
    {
        var round = new Round(context, limits);
        var flows = await round.SettleAsync(undoing, cancellationToken);
        var settled = !context.Ledger.Findings.Any(f => f.Kind is FindingKind.Unavailable or FindingKind.Refused);
        var ended = clock.GetUtcNow();
        context.State.Begin();
        foreach (var flow in flows)
        {
            // A flow of a system that was down has not run: what it would have looked at is looked at by the next run.
            if (!Sides.Both.Any(side => context.SystemOf(flow.Entity(side)).IsDown))
            {
                context.State.Numbers.SaveFingerprint(flow, flow.Fingerprint());
            }

            context.Ledger.Count(flow, report => report with { Waiting = context.State.Waiting.Count(flow), InReview = context.State.Reviews.Count(flow) });
        }

        context.State.Runs.End(context.Run, ended.UtcTicks, settled ? "settled" : "incomplete");
        context.State.Commit();
        return context.Ledger.Report(context.Set, context.Run, new DateTimeOffset(context.Now, TimeSpan.Zero), ended);
    }

    private Dictionary<string, ReachedSystem> Reach(Workspace workspace, MappedSet set, RunLedger ledger, IProgress<RunProgress>? progress) => set.Entities
        .Select(entity => entity.System)
        .Distinct()
        .ToDictionary(
            system => system.Name,
            system => new ReachedSystem(system.Name, Connections.Open(connectors, workspace, system, clock), set.Entities.Where(entity => entity.System == system), clock, ledger, progress));
}

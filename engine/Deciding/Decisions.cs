using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Deciding;

/// <summary>
/// What a person decides between runs. It changes the state alone, in one transaction, under the lock of a run (clause G5), and
/// stands in the list of runs; the next run goes on from it.
/// </summary>
/// <param name="clock">The time.</param>
/// <param name="identifiers">Where new identifiers come from.</param>
public sealed class Decisions(TimeProvider clock, IIdentifierSource identifiers)
{
    /// <summary>Links two records (clause I2b), named <c>system/entity/key</c>; also two that were unlinked before.</summary>
    /// <exception cref="StateHeldException">A run is under way on the same state (clause G5).</exception>
    /// <exception cref="StateFailureException">The state cannot be used.</exception>
    public DecisionOutcome Link(FlowSet set, string one, string other) =>
        Decide(set, RunKinds.Link, $"{one} {other}", desk => desk.WithPair(one, other, new PersonsLink(desk).Link));

    /// <summary>Ends the links between two records and remembers that they are never to be linked again (clause I6).</summary>
    /// <inheritdoc cref="Link"/>
    public DecisionOutcome Unlink(FlowSet set, string one, string other) =>
        Decide(set, RunKinds.Unlink, $"{one} {other}", desk => desk.WithPair(one, other, new Unlinking(desk).Unlink));

    /// <summary>Decides a conflict that is left to a person (clauses R4, R5).</summary>
    /// <inheritdoc cref="Link"/>
    public DecisionOutcome Resolve(FlowSet set, long conflict, TakenSide taken) =>
        Decide(set, RunKinds.Resolve, $"{conflict} {taken}", desk => new ConflictDecision(desk).Resolve(conflict, taken));

    /// <summary>Lets the next run try again what was rejected of a record, although its content is the same (clause W4).</summary>
    /// <inheritdoc cref="Link"/>
    public DecisionOutcome Retry(FlowSet set, string record) =>
        Decide(set, RunKinds.Retry, record, desk => new DeadLetterDecision(desk).Retry(record));

    /// <summary>Strikes what was rejected of a record off the list; it is tried again when the record changes (clause W4).</summary>
    /// <inheritdoc cref="Link"/>
    public DecisionOutcome Drop(FlowSet set, string record) =>
        Decide(set, RunKinds.Drop, record, desk => new DeadLetterDecision(desk).Drop(record));

    private DecisionOutcome Decide(FlowSet set, string kind, string detail, Func<Desk, DecisionOutcome> decide)
    {
        var path = set.Workspace.State;
        using var held = StateLock.Take(path, clock);
        if (!StateReader.IsThere(path))
        {
            return DecisionOutcome.NotFound("Nothing has run here yet, so there is nothing to decide.", "Next: 'sesamtalk run'.");
        }

        try
        {
            using var state = StateFile.Open(path, MappedSet.Compile(set, selected: null));
            return Decide(state, set.Workspace.Clusters, kind, detail, decide);
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

    // What was refused is not committed, and so never was.
    private DecisionOutcome Decide(StateFile state, ClusterLimits limits, string kind, string detail, Func<Desk, DecisionOutcome> decide)
    {
        state.Begin();
        state.Pending.MarkForNextRun();
        var context = new RunContext(
            state.Set, state, new Dictionary<string, ReachedSystem>(), new RunLedger(), clock, identifiers, new RunOptions(), progress: null, kind, detail);
        var outcome = decide(new Desk(context, new Clusters(context, limits)));
        if (outcome.Result == DecisionResult.Done)
        {
            state.Runs.End(context.Run, clock.GetUtcNow().UtcTicks, "decided");
            state.Commit();
        }

        return outcome;
    }
}

using System.Diagnostics;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Running;

/// <summary>What the stages of one run share: the set, the state, the systems, the time, and the ledger.</summary>
internal sealed class RunContext
{
    private readonly IProgress<RunProgress>? _progress;

    public RunContext(
        MappedSet set,
        StateFile state,
        IReadOnlyDictionary<string, ReachedSystem> systems,
        RunLedger ledger,
        TimeProvider clock,
        IIdentifierSource identifiers,
        RunOptions options,
        IProgress<RunProgress>? progress,
        string kind = RunKinds.Run,
        string? detail = null)
    {
        (Set, State, Systems, Ledger, Clock, Identifiers, _progress) = (set, state, systems, ledger, clock, identifiers, progress);
        (BatchSize, AcceptedLosses) = (options.BatchSize, options.AcceptedLosses);
        Allowances = new Allowances(ledger, state.Counts);
        Now = clock.GetUtcNow().UtcTicks;
        (Run, Epoch) = state.Runs.Begin(Now, $"process {Environment.ProcessId} on {Environment.MachineName}", kind, detail);
    }

    public MappedSet Set { get; }

    public StateFile State { get; }

    public RunLedger Ledger { get; }

    public TimeProvider Clock { get; }

    public IIdentifierSource Identifiers { get; }

    public int BatchSize { get; }

    /// <summary>The entities of which a person says that what is missing is really gone (clause G2).</summary>
    public IReadOnlySet<string> AcceptedLosses { get; }

    /// <summary>What each flow may still write.</summary>
    public Allowances Allowances { get; }

    /// <summary>The number of the run.</summary>
    public long Run { get; }

    /// <summary>The stretch since the last settled state (clause R4: what was first seen in it is new to everybody).</summary>
    public long Epoch { get; }

    /// <summary>When the run began, in ticks of 100 ns (UTC): the time of all its reads.</summary>
    public long Now { get; }

    private IReadOnlyDictionary<string, ReachedSystem> Systems { get; }

    /// <summary>The system of an entity.</summary>
    public ReachedSystem SystemOf(MappedEntity entity) => Systems[entity.System.Name];

    /// <summary>What the system can do with an entity.</summary>
    public Capabilities CapabilitiesOf(MappedEntity entity) => SystemOf(entity).Connection.CapabilitiesOf(entity.Description);

    /// <summary>The first flow on an entity: what is done once for all its flows counts for it.</summary>
    public MappedFlow FirstFlowOf(MappedEntity entity) => Set.FlowsOf(entity).Select(f => f.Flow).FirstOrDefault() ?? Set.AllFlows[0];

    /// <summary>Marks a record to be looked at in a later turn.</summary>
    public void Mark(MirrorRecord record) => State.Pending.Mark(record.Name, State.Numbers.NumberOf(record.Name.Entity), record.Id);

    /// <summary>Marks a record that agrees on all its links to be looked at in a later turn: others may link it.</summary>
    public void MarkForLinking(MirrorRecord record) =>
        State.Pending.Mark(record.Name, State.Numbers.NumberOf(record.Name.Entity), record.Id, changed: false);

    /// <summary>Marks a record to be looked at in a later turn.</summary>
    public void Mark(Member member) => State.Pending.Mark(State.Mirror.NameOf(member.Id), member.Entity, member.Id);

    /// <summary>Tells where the run stands.</summary>
    public void Tell(RunStage stage, string subject, long done) => _progress?.Report(new RunProgress(stage, subject, done));

    /// <summary>Adds the time since a moment to a flow.</summary>
    public void Spend(MappedFlow flow, long since)
    {
        var spent = Stopwatch.GetElapsedTime(since);
        Ledger.Count(flow, report => report with { Time = report.Time + spent });
    }
}

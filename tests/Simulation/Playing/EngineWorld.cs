using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Connectors.Memory;
using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Simulation.Checking;
using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Planting;
using SesamTalk.Simulation.Worlds;
using SesamTalk.Sqlite;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Simulation.Playing;

/// <summary>A planned world on the real engine: systems in memory, a real state, the clock of the history.</summary>
internal sealed class EngineWorld : IDisposable
{
    // A run of a history needs a few hundred commits: one that makes so many goes round and round (T1). The time is for one that makes none.
    private const int MostSteps = 4000;

    private static readonly TimeSpan Endless = TimeSpan.FromSeconds(20);
    private static readonly string Base = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private readonly WorldPlan _plan;
    private readonly Variation _variation;
    private readonly PlantedFault? _planted;
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Base, $"sesamtalk-simulation-{Guid.NewGuid():N}")).FullName;
    private readonly CountingIdentifiers _identifiers = new();
    private readonly FakeClock _clock = new();
    private readonly Users _users;
    private readonly List<Act> _kills = [];
    private readonly List<Act> _troubles = [];
    private Names? _names;
    private Snapshot? _snapshot;
    private StateReader? _reader;

    public EngineWorld(WorldPlan plan, Variation variation, PlantedFault? planted = null)
    {
        (_plan, _variation, _planted) = (plan, variation, planted);
        Memory = new MemoryWorld(_clock);
        _users = new Users(plan, Memory, () => _names ??= Look().Names);
        Deletes = new DeleteWitness(plan, Memory, Path.Combine(_folder, "state.db"));
        var connector = new WitnessedConnector(new MemoryConnector(Memory), Deletes.See);
        Connector = planted?.Around is { } around ? around(connector) : connector;
        var systems = plan.Systems.ToDictionary(s => s.Name, s => new SystemConfiguration(s.Name, s.Rank, "memory", [.. plan.Entities.Where(e => e.System == s.Name).Select(PlannedSystems.Describe)]));
        foreach (var system in plan.Systems)
        {
            Memory.Add(system.Name, systems[system.Name].Entities).ClockSkew = TimeSpan.FromSeconds(system.Skew);
        }

        foreach (var entity in plan.Entities)
        {
            PlannedSystems.GiveManners(Memory, entity, variation.Shuffle);
        }

        Set = new FlowSet(new Workspace(_folder, Path.Combine(_folder, "state.db"), [.. systems.Values]), InOrder([.. plan.Flows.Select(flow => PlannedFlows.FlowOf(flow, plan, systems)).Select(planted?.InFlows ?? (flow => flow))]));
    }

    public MemoryWorld Memory { get; }

    public FlowSet Set { get; }

    public IConnector Connector { get; }

    /// <summary>What the engine deletes.</summary>
    public DeleteWitness Deletes { get; }

    /// <summary>How many runs were killed.</summary>
    public int Killed { get; private set; }

    /// <summary>What the last run reported.</summary>
    public RunReport? Report { get; private set; }

    /// <summary>What users set since the last run, by record and property, and what was there before.</summary>
    public Dictionary<(string Record, string Property), (string? Before, string? Value)> Edits => _users.Edits;

    /// <summary>Whether a user ever gave a property of a record that value, but for its spelling.</summary>
    public bool IsByUser(string record, string property, string? value) => _users.Set(record, property, value);

    /// <summary>Whether a user ever set a property of a record of an entity to another spelling of what stood there.</summary>
    public bool IsRespelt(string entity, string property) => _users.Respelt.Contains((entity, property));

    /// <summary>Does one thing.</summary>
    public async Task ActAsync(Act act)
    {
        switch (act.Verb)
        {
            case "run":
                await RunAsync();
                break;
            case "kill":
                _kills.Add(act);
                break;
            case "fault" or "meanwhile":
                _troubles.Add(act);
                break;
            default:
                _clock.Advance(TimeSpan.FromSeconds(1));
                ByUser(act);
                break;
        }
    }

    /// <summary>A run, a minute later; killed where the history says so, and at once begun again.</summary>
    public async Task RunAsync()
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        Before = AllRecords().ToHashSet(StringComparer.Ordinal);
        _users.BeginRun();
        foreach (var trouble in _troubles.Where(_ => _variation.Disturbed))
        {
            Troubles.Plan(Memory, trouble, ByUser);
        }

        foreach (var kill in _kills.Where(_ => _variation.Disturbed))
        {
            await RunAndDieAsync(kill);
        }

        await RunOnceAsync(null);
        _kills.Clear();
        _troubles.Clear();
        Forget();
        foreach (var system in Memory.Systems)
        {
            system.Faults.Clear();
        }

        // What stands in a record before it is first read is no edit (O3a).
        if (ReachedAll)
        {
            _users.Know(AllRecords());
        }
    }

    /// <summary>The records that there were when the last run began.</summary>
    public IReadOnlySet<string> Before { get; private set; } = new HashSet<string>();

    /// <summary>Whether the last run reached every system.</summary>
    public bool ReachedAll => Report!.Findings.All(f => f.Kind is not (FindingKind.Unavailable or FindingKind.Refused));

    /// <summary>The systems that the last run did not reach.</summary>
    public IReadOnlySet<string> Unreached => Report!.Findings.Where(f => f.Kind is FindingKind.Unavailable or FindingKind.Refused).Select(f => f.Subject.Split('/')[0]).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether the last run read an entity to its end.</summary>
    public bool HasRead(string entity) => Report!.Entities.Any(read => $"{read.System}/{read.Entity}" == entity);

    /// <summary>Whether the last run left a record for the next one because its system shows nothing but in a read.</summary>
    public bool HasLeft => _plan.Entities.Any(ShowsLate) && LeftRecords.Entities(Set.Workspace.State).Select(_plan.Entity).Any(ShowsLate);

    private static bool ShowsLate(EntityPlan entity) => entity.Is("silent") && entity.Is("no-key");

    /// <summary>What there is.</summary>
    public Snapshot Look() => _snapshot ??= Snapshots.Take(_plan, Memory, _users.Added, Read(state => Snapshots.Links(_plan, state)));

    private IEnumerable<string> AllRecords() => _plan.Entities.SelectMany(entity => Memory[entity.System][entity.Name].Keys.Select(key => $"{entity.Path}/{key}"));

    /// <summary>Reads the state.</summary>
    public List<T> Read<T>(Func<StateReader, IEnumerable<T>> read)
    {
        _reader ??= StateReader.Open(Set.Workspace.State);
        return _reader is null ? [] : [.. read(_reader)];
    }

    public void Dispose()
    {
        Forget();
        Directory.Delete(_folder, recursive: true);
    }

    // What was seen holds until something happens.
    private void Forget()
    {
        _reader?.Dispose();
        (_reader, _snapshot, _names) = (null, null, null);
    }

    private async Task RunAndDieAsync(Act kill)
    {
        var parts = kill.Text.Split(' ');
        var (left, after) = (int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1] == "after");
        if (kill.Subject == "call")
        {
            Memory.Interruption.Plan(left, after);
        }

        try
        {
            await RunOnceAsync(kill.Subject == "call" ? null : step =>
            {
                if (step == (after ? DurableStep.IsDone : DurableStep.Begins) && --left <= 0)
                {
                    Memory.Interruption.Plan(0, false);
                    throw new InterruptedException();
                }
            });
        }
        catch (InterruptedException)
        {
            Killed++;
            Harm(_planted?.AfterKill);
        }

        Memory.Interruption.Restart();
    }

    private async Task RunOnceAsync(Action<DurableStep>? watch)
    {
        Forget();
        Harm(_planted?.BeforeRun);
        using var endless = new CancellationTokenSource(Endless);
        var steps = 0;
        var runner = new Runner([Connector], _clock, _identifiers) { Watch = step => Watch(step, ref steps, watch) };
        Report = await runner.RunAsync(Set, new RunOptions { BatchSize = _variation.BatchSize, AcceptedLosses = [.. _plan.Entities.Select(entity => entity.Path)] }, progress: null, endless.Token);
    }

    private static void Watch(DurableStep step, ref int steps, Action<DurableStep>? watch)
    {
        if (++steps > 2 * MostSteps)
        {
            throw new ViolationException(new Violation("T1", $"a run makes more than {MostSteps} commits and does not come to an end"));
        }

        watch?.Invoke(step);
    }

    private void Harm(string? sql)
    {
        if (sql is not null && File.Exists(Set.Workspace.State))
        {
            using var state = SqliteDatabase.Open(Set.Workspace.State, SqliteAccess.ReadWrite, Endless);
            using var version = state.Prepare("PRAGMA user_version");
            version.Step();
            var isMade = version.Long(0) != 0;
            version.Reset();
            state.Execute(isMade ? sql : string.Empty);
        }
    }

    private void ByUser(Act act)
    {
        _snapshot = null;
        _users.Do(act);
    }

    private ImmutableArray<Flow> InOrder(ImmutableArray<Flow> flows)
    {
        if (_variation.Shuffle is not { } seed)
        {
            return [.. flows.OrderBy(flow => flow.Name, StringComparer.Ordinal)];
        }

        var shuffled = flows.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled];
    }
}

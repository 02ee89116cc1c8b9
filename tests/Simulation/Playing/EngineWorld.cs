using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Connectors.Descriptions;
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
using SesamTalk.TestKit.Worlds;

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
    private readonly HashSet<string> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _added = new(StringComparer.Ordinal);
    private readonly List<Act> _kills = [];
    private readonly List<Act> _troubles = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private Names? _names;
    private Snapshot? _snapshot;
    private StateReader? _reader;

    public EngineWorld(WorldPlan plan, Variation variation, PlantedFault? planted = null)
    {
        (_plan, _variation, _planted) = (plan, variation, planted);
        Memory = new MemoryWorld(_clock);
        Deletes = new DeleteWitness(plan, Memory, Path.Combine(_folder, "state.db"));
        var connector = new WitnessedConnector(new MemoryConnector(Memory), Deletes.See);
        Connector = planted?.Around is { } around ? around(connector) : connector;
        var systems = plan.Systems.ToDictionary(s => s.Name, s => new SystemConfiguration(s.Name, s.Rank, "memory", [.. plan.Entities.Where(e => e.System == s.Name).Select(Describe)]));
        foreach (var system in plan.Systems)
        {
            Memory.Add(system.Name, systems[system.Name].Entities).ClockSkew = TimeSpan.FromSeconds(system.Skew);
        }

        foreach (var entity in plan.Entities)
        {
            GiveManners(entity);
        }

        Set = new FlowSet(new Workspace(_folder, Path.Combine(_folder, "state.db"), [.. systems.Values]), InOrder([.. plan.Flows.Select(flow => FlowOf(flow, systems)).Select(planted?.InFlows ?? (flow => flow))]));
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
    public Dictionary<(string Record, string Property), (string? Before, string? Value)> Edits { get; } = [];

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
        foreach (var trouble in _troubles.Where(_ => _variation.Disturbed))
        {
            Trouble(trouble);
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
            _seen.UnionWith(AllRecords());
        }
    }

    /// <summary>The records that there were when the last run began.</summary>
    public IReadOnlySet<string> Before { get; private set; } = new HashSet<string>();

    /// <summary>Whether the last run reached every system.</summary>
    public bool ReachedAll => Report!.Findings.All(f => f.Kind is not (FindingKind.Unavailable or FindingKind.Refused));

    /// <summary>What there is.</summary>
    public Snapshot Look() => _snapshot ??= LookNow();

    private Snapshot LookNow()
    {
        var records = new Dictionary<string, IReadOnlyDictionary<string, string?>>(StringComparer.Ordinal);
        foreach (var entity in _plan.Entities)
        {
            var memory = Memory[entity.System][entity.Name];
            foreach (var key in memory.Keys)
            {
                records[$"{entity.Path}/{key}"] = memory.Description.Properties
                    .ToDictionary(p => p.Path, p => memory.ValueOf(key, p.Path) is { IsNone: false } value ? value.ToString() : null, StringComparer.Ordinal);
            }
        }

        var links = Read(Links);
        return new Snapshot(records, [.. links.Where(link => link.Holds).Select(link => link.Pair)], _users) { Ended = [.. links.Where(link => !link.Holds).Select(link => link.Pair)] };
    }

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

    private IEnumerable<((string Flow, string Source, string Target) Pair, bool Holds)> Links(StateReader state) => _plan.Flows.SelectMany(flow => state.Links(flow.Name)
        .Select(link => ((flow.Name, $"{flow.Source}/{link.SourceKey}", $"{flow.Target}/{link.TargetKey}"), link.EndedIn is null)));

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
        var (system, name) = (act.Entity.Split('/')[0], act.Entity.Split('/')[1]);
        var entity = Memory[system][name];
        var values = GivenValues.Read(act.Text).Select(v => (v.Property, Value: v.Property == "r" ? KeyOf(v.Value, $"{system}/P") : v.Value)).ToList();
        if (act.Verb == "add")
        {
            entity.Add(act.User, [.. values.Select(v => (v.Property, ValueText.Read(entity.Description, v.Property, v.Value)))]);
            _added[act.User] = $"{act.Entity}/{act.User}";
            _users.Add($"{act.Entity}/{act.User}");
        }
        else if (KeyOf(act.User, act.Entity) is not { } key)
        {
            return;
        }
        else if (act.Verb == "restore")
        {
            // Somebody takes it out of the bin: under its key (D4).
            if (_deleted.Remove($"{act.Entity}/{key}") && !entity.Keys.Contains(key))
            {
                entity.Add(key, [.. values.Select(v => (v.Property, ValueText.Read(entity.Description, v.Property, v.Value)))]);
            }
        }
        else if (entity.Keys.Contains(key) && act.Verb == "delete")
        {
            entity.Delete(key);
            _deleted.Add($"{act.Entity}/{key}");
            foreach (var place in Edits.Keys.Where(place => place.Record == $"{act.Entity}/{key}").ToList())
            {
                // Who deletes a record has taken back what he set in it.
                Edits.Remove(place);
            }
        }
        else if (entity.Keys.Contains(key))
        {
            foreach (var (property, value) in values.Where(v => entity.Description.Property(v.Property) is not null))
            {
                var place = ($"{act.Entity}/{key}", property);
                var before = Edits.TryGetValue(place, out var edit) ? edit.Before : entity.ValueOf(key, property).ToString();
                entity.Edit(key, property, ValueText.Read(entity.Description, property, value));
                if (_seen.Contains(place.Item1))
                {
                    Edits[place] = (before, value);
                }
            }
        }
    }

    private string? KeyOf(string? user, string entity)
    {
        if (user is null || !_added.TryGetValue(user, out var record))
        {
            return null;
        }

        _names ??= Look().Names;
        return _names.Find(record, entity)?.Split('/')[2];
    }

    private void Trouble(Act act)
    {
        if (act.Verb == "meanwhile")
        {
            var done = act;
            Memory[act.Entity.Split('/')[0]].Faults.BeforeNext(CallKind.Write, () => ByUser(done));
            return;
        }

        var faults = Memory[act.Subject].Faults;
        var words = act.Text.Split(' ');
        switch (words[0])
        {
            case "busy":
                faults.BusyFor(int.Parse(words[1], CultureInfo.InvariantCulture), TimeSpan.Zero);
                break;
            case "unavailable":
                faults.Unavailable();
                break;
            case "lose":
                faults.LoseAnswer(words[1] == "before" ? LostAnswer.BeforeEffect : words[1] == "half" ? LostAnswer.HalfWay : LostAnswer.AfterEffect);
                break;
            case "break-reads":
                faults.BreakReadsAfter(0);
                break;
            case "fail-batches":
                faults.FailBatchesWith(_ => true);
                break;
            default:
                faults.Reject(proposal => proposal.Entity.Length > 0 && !proposal[words[1]].IsNone, "422: not today");
                break;
        }
    }

    private static EntityDescription Describe(EntityPlan plan) => EntityText.Read(plan.Description) with
    {
        ExternalReference = plan.Is("external:e") ? "e" : null,
        NaturalKeys = plan.Is("natural:m") ? [["m"]] : [],
    };

    private void GiveManners(EntityPlan plan)
    {
        var entity = Memory[plan.System][plan.Name];
        entity.Capabilities = entity.Capabilities with
        {
            WritesConditionally = !plan.Is("unconditional"),
            LooksUpByKey = !plan.Is("no-key"),
            LooksUpByValues = !plan.Is("no-value"),
            KnowsIdempotencyKeys = !plan.Is("no-idempotency"),
            GivesModificationTimes = !plan.Is("no-modified"),
            ReadsSince = !plan.Is("no-since"),
            TellsDeletes = !plan.Is("no-feed"),
            ReadsKeys = !plan.Is("no-key-reads"),
            ReadsInKeyOrder = !plan.Is("unordered"),
            AnswersWithStoredState = !plan.Is("silent"),
            RewritesValues = plan.Is("rewrites"),
            WriteBatchSize = plan.Manners.FirstOrDefault(m => m.StartsWith("batch-", StringComparison.Ordinal)) is { } batch ? batch[6] - '0' : 1000,
        };
        entity.ReadOrderSeed = _variation.Shuffle;
        foreach (var property in new[] { "x", "y", "z" })
        {
            entity.Rewrite(property, plan.Rewriting(property) switch
            {
                "upper" => Rewriting.Upper,
                "cut" => Rewriting.Cut(2),
                "trim" => Rewriting.Trim,
                _ => value => value,
            });
        }
    }

    private static Flow FlowOf(FlowPlan plan, Dictionary<string, SystemConfiguration> systems)
    {
        var file = $"flows/{plan.Name}.flow.yaml";
        var (source, target) = (SideOf(plan.Source, systems), SideOf(plan.Target, systems));
        return new Flow(plan.Name, source, target, RowText.Read(string.Join("; ", plan.Rows), target.Entity, file), new(file, 1, 1, 1, 1))
        {
            Create = Enum.Parse<CreatePolicy>(plan.Create, ignoreCase: true),
            Match = MatchText.Read(plan.Match, file),
            AcceptsDuplicates = plan.AcceptsDuplicates,
            Delete = plan.Propagates ? new DeletePolicy(DeleteKind.Propagate, [])
                : plan.Archive?.Split(':') is [var property, var value] ? new DeletePolicy(DeleteKind.Archive, [new ArchivedValue(true, property, value), new ArchivedValue(false, property, value)])
                : DeletePolicy.Keep,
            CreateWhen = plan.CreateWhen is { } when ? ConditionOf(when.Split(':'), file) : null,
        };
    }

    private static Condition ConditionOf(string[] test, string file) =>
        new([[new PropertyTest(test[0], [.. test[1].Split(',').Select(value => value == "-" ? string.Empty : value)], false)]], [], new(file, 1, 1, 1, 1));

    private static FlowSide SideOf(string path, Dictionary<string, SystemConfiguration> systems)
    {
        var system = systems[path.Split('/')[0]];
        return new FlowSide(system, system.Entities.Single(entity => entity.Name == path.Split('/')[1]));
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

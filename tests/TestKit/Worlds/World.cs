using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Memory;
using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit.Time;

namespace SesamTalk.TestKit.Worlds;

/// <summary>
/// A small world stated in a few lines: systems in memory, flows between them, what users do, runs of the engine, and what is there
/// afterwards. Records and entities are named as <c>system/entity/key</c> and <c>system/entity</c>. The clock moves only between a
/// user's acts and between runs: an act takes a second, a run begins a minute after what was before it, and itself takes no time.
/// </summary>
public sealed partial class World : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SystemConfiguration> _systems = [];
    private readonly List<Flow> _flows = [];

    public World()
    {
        Memory = new MemoryWorld(Clock);
    }

    public FakeClock Clock { get; } = new();

    public MemoryWorld Memory { get; }

    /// <summary>What a cluster may hold (clause I5).</summary>
    public ClusterLimits Clusters { get; set; } = ClusterLimits.Default;

    /// <summary>The entities of which a person says that what is missing is really gone (clause G2).</summary>
    public ImmutableHashSet<string> AcceptedLosses { get; set; } = [];

    /// <summary>How many records the engine works on at once.</summary>
    public int BatchSize { get; set; } = 1000;

    /// <summary>Shuffles the order in which flows are given to the engine, against what a <see cref="Engine.Flows.FlowSet"/> promises (clause T3).</summary>
    public int? FlowOrderSeed { get; set; }

    /// <summary>The set of flows as the engine gets it.</summary>
    public FlowSet FlowSet => new(
        new Workspace(_folder.Path, _folder["state.db"], [.. _systems]) { Clusters = Clusters },
        FlowOrderSeed is { } seed ? Shuffled(seed) : [.. _flows.OrderBy(flow => flow.Name, StringComparer.Ordinal)]);

    /// <summary>The flows, in the order in which they were added.</summary>
    public IReadOnlyList<Flow> Flows => _flows;

    /// <summary>The entity in memory of that name, to say how it behaves.</summary>
    public MemoryEntity this[string entity] => Memory[RecordPath.System(entity)][RecordPath.Entity(entity)];

    /// <summary>Adds a system; for its entities see <see cref="EntityText"/>.</summary>
    public World System(string name, int rank, params string[] entities)
    {
        ImmutableArray<EntityDescription> descriptions = [.. entities.Select(EntityText.Read)];
        _systems.Add(new SystemConfiguration(name, rank, "memory", descriptions));
        Memory.Add(name, descriptions);
        return this;
    }

    /// <summary>Adds a flow; for its rows see <see cref="RowText"/>, for its match rules <see cref="MatchText"/>.</summary>
    public World Flow(string name, string source, string target, string rows, string match = "", CreatePolicy create = CreatePolicy.Source)
    {
        var file = $"flows/{name}.flow.yaml";
        var (from, to) = (SideOf(source), SideOf(target));
        _flows.Add(new Flow(name, from, to, RowText.Read(rows, to.Entity, file), new(file, 1, 1, 1, 1))
        {
            Create = create,
            Match = MatchText.Read(match, file),
        });
        return this;
    }

    /// <summary>Changes a flow that was added.</summary>
    public World Change(string flow, Func<Flow, Flow> change)
    {
        var place = _flows.FindIndex(f => f.Name == flow);
        _flows[place] = change(_flows[place]);
        return this;
    }

    /// <summary>Gives the flows other names, so that their canonical order is another (clause I2).</summary>
    public World RenameFlows(int seed)
    {
        var ranks = Enumerable.Range(0, _flows.Count).ToArray();
        new Random(seed).Shuffle(ranks);
        for (var i = 0; i < ranks.Length; i++)
            _flows[i] = _flows[i] with { Name = $"{ranks[i]:00}-{_flows[i].Name}" };
        return this;
    }

    /// <summary>Says what a system can do with an entity.</summary>
    public World Can(string entity, Func<Capabilities, Capabilities> change)
    {
        this[entity].Capabilities = change(this[entity].Capabilities);
        return this;
    }

    /// <summary>What goes wrong in a system, on request.</summary>
    public MemoryFaults Faults(string system) => Memory[system].Faults;

    /// <summary>A user adds a record: <c>Add("erp/Person/p1", "name: Anna, mail: anna@x.no")</c>.</summary>
    public World Add(string record, string values)
    {
        var entity = this[record];
        Clock.Advance(TimeSpan.FromSeconds(1));
        entity.Add(RecordPath.Key(record), ValueText.ReadAll(entity.Description, values));
        return this;
    }

    /// <summary>A user sets a property; <see langword="null"/> empties it.</summary>
    public World Edit(string record, string property, string? value)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return EditNow(record, property, value);
    }

    /// <summary>A user sets a property without the clock moving: in the middle of a run, or at the same moment as another.</summary>
    public World EditNow(string record, string property, string? value)
    {
        var entity = this[record];
        entity.Edit(RecordPath.Key(record), property, ValueText.Read(entity.Description, property, value));
        return this;
    }

    /// <summary>A user deletes a record.</summary>
    public World Delete(string record)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        this[record].Delete(RecordPath.Key(record));
        return this;
    }

    /// <summary>What a property holds, as text; <see langword="null"/> where it is empty.</summary>
    public string? Value(string record, string property) =>
        this[record].ValueOf(RecordPath.Key(record), property) is { IsNone: false } value ? value.ToString() : null;

    /// <summary>The elements of a list, as <c>1/Bolt/5</c> each, without their ids.</summary>
    public IReadOnlyList<string> Elements(string record, string property) => ValueText.Show(this[record].ValueOf(RecordPath.Key(record), property));

    /// <summary>The keys of an entity, in ordinal order.</summary>
    public IReadOnlyList<string> Keys(string entity) => this[entity].Keys;

    /// <summary>The name of the only record of an entity.</summary>
    public string Only(string entity) => $"{entity}/{Keys(entity).Single()}";

    /// <summary>The records of an entity without their keys, one line each, in ordinal order: for comparing settled worlds.</summary>
    public IReadOnlyList<string> Records(string entity) =>
        [.. Keys(entity).Select(key => Line(entity, key)).Order(StringComparer.Ordinal)];

    /// <summary>All that all systems hold but for the keys.</summary>
    public string Contents() => string.Join('\n', _systems
        .SelectMany(system => system.Entities.Select(entity => $"{system.Name}/{entity.Name}"))
        .SelectMany(entity => Records(entity).Select(line => $"{entity}: {line}")));

    public void Dispose() => _folder.Dispose();

    private string Line(string entity, string key) => string.Join(", ", this[entity].Description.Properties
        .Where(property => property.Path != "id" && property.References is null)
        .Select(property => $"{property.Path}: {Shown(property, this[entity].ValueOf(key, property.Path))}"));

    private static string Shown(PropertyDescription property, Value value) => property.Elements is null
        ? value.ToString()
        : string.Join(" | ", ValueText.Show(value).Order(StringComparer.Ordinal));

    private FlowSide SideOf(string entity)
    {
        var system = _systems.Single(s => s.Name == RecordPath.System(entity));
        return new FlowSide(system, system.Entities.Single(e => e.Name == RecordPath.Entity(entity)));
    }

    private ImmutableArray<Flow> Shuffled(int seed)
    {
        var flows = _flows.ToArray();
        new Random(seed).Shuffle(flows);
        return [.. flows];
    }
}

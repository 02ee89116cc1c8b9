using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Selecting;

namespace SesamTalk.Engine.Mapping;

/// <summary>A set of flows, compiled: every entity that any of them touches, with the properties that any of them maps.</summary>
internal sealed class MappedSet
{
    private MappedSet(ImmutableArray<MappedEntity> entities, ImmutableArray<MappedFlow> flows, ImmutableHashSet<string>? selected)
    {
        Entities = entities;
        AllFlows = flows;
        Flows = selected is null ? flows : [.. flows.Where(f => selected.Contains(f.Name))];
        InCreatingOrder = CreatingOrder.Of(Flows);
        LaterLayers = [.. Flows.SelectMany(flow => flow.Groups).SelectMany(group => group.Layers()).Where(layer => layer != RowLayer.Plain).Distinct().Order()];
    }

    /// <summary>The entities, in ordinal order of their names.</summary>
    public ImmutableArray<MappedEntity> Entities { get; }

    /// <summary>All flows, in canonical order (clause I2).</summary>
    public ImmutableArray<MappedFlow> AllFlows { get; }

    /// <summary>The flows that run, in canonical order.</summary>
    public ImmutableArray<MappedFlow> Flows { get; }

    /// <summary>The flows that run, in the order in which they create.</summary>
    public ImmutableArray<MappedFlow> InCreatingOrder { get; }

    /// <summary>The layers after the first in which any row of a flow that runs is looked at, in order.</summary>
    public ImmutableArray<RowLayer> LaterLayers { get; }

    /// <summary>The flows that run on an entity, each with the side that the entity is on. An entity may be on both sides of a flow.</summary>
    public IEnumerable<(MappedFlow Flow, Side Side)> FlowsOf(MappedEntity entity) =>
        Flows.SelectMany(flow => Sides.Both.Where(side => flow.Entity(side) == entity).Select(side => (flow, side)));

    /// <summary>The flow that has the number in the state.</summary>
    public MappedFlow FlowOf(int number) => AllFlows.First(flow => flow.Number == number);

    /// <summary>Compiles a set.</summary>
    /// <param name="set">The set, checked.</param>
    /// <param name="selected">The flows to run; <see langword="null"/> for all.</param>
    public static MappedSet Compile(FlowSet set, ImmutableHashSet<string>? selected)
    {
        var elements = set.Flows.SelectMany(ElementFlows.Of).Select(it => it.Elements).ToList();
        var lists = MappedLists.Of(elements, MapAll(elements, set, MappedLists.None));
        var entities = MapAll(set.Flows, set, lists);
        var orders = new StampOrders([.. set.Flows, .. elements]);
        ImmutableArray<MappedFlow> flows =
        [
            .. set.Flows
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => new MappedFlow(f, orders, entities[f.Source.ToString()], entities[f.Target.ToString()], lists)),
        ];
        var together = SharedProperties.Together(flows);
        foreach (var entity in entities.Values)
        {
            entity.Join(flows, together);
        }

        TurningLayers.Assign(flows);
        lists.Join([.. flows.SelectMany(flow => flow.Rows).Select(row => row.Elements).OfType<MappedFlow>()]);

        return new MappedSet([.. entities.Values], flows, selected);
    }

    private static Dictionary<string, MappedEntity> MapAll(IReadOnlyCollection<Flow> flows, FlowSet set, MappedLists lists)
    {
        var sensitive = SensitiveProperties.Of(flows);
        return flows
            .SelectMany(f => new[] { f.Source, f.Target })
            .DistinctBy(side => side.ToString())
            .OrderBy(side => side.ToString(), StringComparer.Ordinal)
            .ToDictionary(side => side.ToString(), side => MapEntity(side, flows, set.Workspace.Clusters, lists, sensitive));
    }

    private static MappedEntity MapEntity(
        FlowSide side, IReadOnlyCollection<Flow> flows, ClusterLimits clusters, MappedLists lists, ImmutableHashSet<(string Entity, string Path)> sensitive)
    {
        var paths = flows
            .SelectMany(f => PathsOf(f, side))
            .Concat(ReferenceOf(side.Entity))
            .Concat(lists.IsNone ? KeyOf(side.Entity) : [])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .OrderBy(path => lists.IsNone ? PlaceOf(side.Entity, path) : 0)
            .ToList();
        return new MappedEntity(side.System, side.Entity, [.. paths.Select(path => lists.Narrowed(side, PropertyOf(side.Entity, path)))])
        {
            IsShared = flows.Count(f => f.Source.ToString() == side.ToString() || f.Target.ToString() == side.ToString()) > 1,
            Sensitive = [.. paths.Select(path => sensitive.Contains((side.ToString(), path)))],
            AllowsSeveral = clusters.Several.Contains(side.ToString()),
            Lists = lists.Of(side, paths),
        };
    }

    // The properties of an element stand in the order of the description, in which a person is shown them.
    private static int PlaceOf(EntityDescription element, string path) => element.Properties.TakeWhile(property => property.Path != path).Count();

    // The own key of an element takes part although no row maps it: it tells the adapter which element is meant.
    private static IEnumerable<string> KeyOf(EntityDescription element) => element.Key.Property.Length > 0 ? [element.Key.Property] : [];

    // An external reference takes part although no row maps it: it finds a record whose creation was interrupted (clause C3).
    private static IEnumerable<string> ReferenceOf(EntityDescription entity) =>
        entity.ExternalReference is { } reference ? [reference] : [];

    private static IEnumerable<string> PathsOf(Flow flow, FlowSide side)
    {
        var conditions = flow.Properties.Select(r => r.When).Append(flow.CreateWhen).OfType<Condition>().ToList();
        if (flow.Source.ToString() == side.ToString())
        {
            foreach (var path in flow.Properties.Select(r => r.Source)
                .Concat(flow.Match.SelectMany(m => m.Pairs).Select(p => p.Source))
                .Concat(conditions.SelectMany(c => c.Source).SelectMany(tests => tests).Select(t => t.Path))
                .Concat(ArchivedOf(flow, false)))
            {
                yield return path;
            }
        }

        if (flow.Target.ToString() == side.ToString())
        {
            foreach (var path in flow.Properties.Select(r => r.Target)
                .Concat(flow.Match.SelectMany(m => m.Pairs).Select(p => p.Target))
                .Concat(conditions.SelectMany(c => c.Target).SelectMany(tests => tests).Select(t => t.Path))
                .Concat(ArchivedOf(flow, true)))
            {
                yield return path;
            }
        }
    }

    private static IEnumerable<string> ArchivedOf(Flow flow, bool target) => flow.Delete.Archive.Where(archived => archived.IsTarget == target).Select(archived => archived.Path);

    private static PropertyDescription PropertyOf(EntityDescription entity, string path) =>
        ElementSelection.PropertyOf(entity, path) ?? throw new ArgumentException($"'{path}' is not a property of {entity.Name}: the set was not checked.");
}

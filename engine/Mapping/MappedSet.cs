using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Mapping;

/// <summary>A set of flows, compiled: every entity that any of them touches, with the properties that any of them maps.</summary>
internal sealed class MappedSet
{
    private MappedSet(ImmutableArray<MappedEntity> entities, ImmutableArray<MappedFlow> flows, ImmutableHashSet<string>? selected)
    {
        Entities = entities;
        AllFlows = flows;
        Flows = selected is null ? flows : [.. flows.Where(f => selected.Contains(f.Name))];
    }

    /// <summary>The entities, in ordinal order of their names.</summary>
    public ImmutableArray<MappedEntity> Entities { get; }

    /// <summary>All flows, in canonical order (clause I2).</summary>
    public ImmutableArray<MappedFlow> AllFlows { get; }

    /// <summary>The flows that run, in canonical order.</summary>
    public ImmutableArray<MappedFlow> Flows { get; }

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
        var sensitive = SensitiveProperties.Of(set);
        var entities = set.Flows
            .SelectMany(f => new[] { f.Source, f.Target })
            .DistinctBy(side => side.ToString())
            .OrderBy(side => side.ToString(), StringComparer.Ordinal)
            .ToDictionary(side => side.ToString(), side => MapEntity(side, set, sensitive));
        var orders = new StampOrders(set.Flows);
        ImmutableArray<MappedFlow> flows =
        [
            .. set.Flows
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => new MappedFlow(f, orders, entities[f.Source.ToString()], entities[f.Target.ToString()])),
        ];
        foreach (var entity in entities.Values)
        {
            entity.Join(flows);
        }

        return new MappedSet([.. entities.Values], flows, selected);
    }

    private static MappedEntity MapEntity(FlowSide side, FlowSet set, ImmutableHashSet<(string Entity, string Path)> sensitive)
    {
        var paths = set.Flows
            .SelectMany(f => PathsOf(f, side))
            .Concat(ReferenceOf(side.Entity))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        return new MappedEntity(side.System, side.Entity, [.. paths.Select(path => PropertyOf(side.Entity, path))])
        {
            IsShared = set.Flows.Count(f => f.Source.ToString() == side.ToString() || f.Target.ToString() == side.ToString()) > 1,
            Sensitive = [.. paths.Select(path => sensitive.Contains((side.ToString(), path)))],
            AllowsSeveral = set.Workspace.Clusters.Several.Contains(side.ToString()),
        };
    }

    // An external reference takes part although no row maps it: it finds a record whose creation was interrupted (clause C3).
    private static IEnumerable<string> ReferenceOf(EntityDescription entity) =>
        entity is { ExternalReference: { } reference, Key.GivenBy: KeyGiver.System } ? [reference] : [];

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
        entity.Property(path) ?? throw new ArgumentException($"'{path}' is not a property of {entity.Name}: the set was not checked.");
}

using System.Collections.Immutable;

namespace SesamTalk.Engine.Mapping;

/// <summary>
/// Finds the layer of the rows with conditions that may come to hold or not, as values arrive (clauses R9, T3): those that ask come after
/// those that are asked. Properties that hold one another's values stand together; where such rows ask in a circle, the circle does.
/// </summary>
internal sealed class ConditionLayers(SharedProperties shared)
{
    private readonly Dictionary<(MappedEntity, int), HashSet<(MappedEntity, int)>> _asked = [];
    private readonly Dictionary<(MappedEntity, int), HashSet<(MappedEntity, int)>> _behind = [];
    private readonly Dictionary<(MappedEntity, int), int> _depths = [];

    /// <summary>Gives each group of rows of some flows its layer.</summary>
    public static void Assign(ImmutableArray<MappedFlow> flows)
    {
        var turning = flows.SelectMany(flow => flow.Groups.Where(group => AskedBy(group, flow).Any()).Select(group => (flow, group))).ToList();
        if (turning.Count == 0)
        {
            return;
        }

        var layers = new ConditionLayers(SharedProperties.Of(flows));
        turning.ForEach(it => layers.Ask(it.flow, it.group));
        turning.ForEach(it => it.group.Layer = new RowLayer(layers.DepthOf(layers.PlaceOf(it.flow, it.group))));
    }

    // What no flow may change turns nothing.
    private static IEnumerable<(MappedEntity, int)> AskedBy(RowGroup group, MappedFlow flow) => Sides.Both
        .SelectMany(side => group.Asked(side).Where(property => flow.Entity(side).MayChange[property]).Select(property => (flow.Entity(side), property)));

    private (MappedEntity, int) PlaceOf(MappedFlow flow, RowGroup group) => shared.NameOf((flow.Source, group.Rows[0].Source));

    private void Ask(MappedFlow flow, RowGroup group)
    {
        var asker = PlaceOf(flow, group);
        _asked.TryAdd(asker, []);
        _asked[asker].UnionWith(AskedBy(group, flow).Select(shared.NameOf));
    }

    private int DepthOf((MappedEntity, int) place)
    {
        if (!_asked.ContainsKey(place))
        {
            return 0;
        }

        return _depths.TryGetValue(place, out var depth)
            ? depth
            : _depths[place] = 1 + Behind(place).Where(other => !Behind(other).Contains(place)).Select(DepthOf).DefaultIfEmpty(0).Max();
    }

    // All that a place asks, directly or through others; itself too where they ask in a circle.
    private HashSet<(MappedEntity, int)> Behind((MappedEntity, int) place)
    {
        if (_behind.TryGetValue(place, out var behind))
        {
            return behind;
        }

        behind = [];
        for (var open = new Stack<(MappedEntity, int)>([place]); open.TryPop(out var next);)
        {
            foreach (var asked in _asked.GetValueOrDefault(next, []).Where(behind.Add))
            {
                open.Push(asked);
            }
        }

        return _behind[place] = behind;
    }
}

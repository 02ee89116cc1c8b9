using System.Collections.Immutable;

namespace SesamTalk.Engine.Mapping;

/// <summary>
/// Finds the layer of the rows of which it hangs on values that may still arrive which of them counts: by their conditions (clause R9), or
/// because the source of an earlier one may be filled by others (R8). Those that ask come after those that are asked (T3). Properties that
/// hold one another's values stand together; where such rows ask in a circle, the circle does.
/// </summary>
internal sealed class TurningLayers(SharedProperties shared)
{
    private readonly Dictionary<(MappedEntity, int), HashSet<(MappedEntity, int)>> _asked = [];
    private readonly Dictionary<(MappedEntity, int), HashSet<(MappedEntity, int)>> _behind = [];
    private readonly Dictionary<(MappedEntity, int), int> _depths = [];

    /// <summary>Gives each group of rows of some flows its layer.</summary>
    public static void Assign(ImmutableArray<MappedFlow> flows)
    {
        var turning = flows.SelectMany(flow => flow.Groups.Select(group => (Flow: flow, Group: group, Asked: AskedBy(group, flow, flows).ToList()))).Where(it => it.Asked.Count > 0).ToList();
        if (turning.Count == 0)
        {
            return;
        }

        var layers = new TurningLayers(SharedProperties.Of(flows));
        turning.ForEach(it => layers.Ask(layers.PlaceOf(it.Flow, it.Group), it.Asked));
        turning.ForEach(it => it.Group.Layer = new RowLayer(layers.DepthOf(layers.PlaceOf(it.Flow, it.Group))));
    }

    // What no flow may change turns nothing.
    private static IEnumerable<(MappedEntity, int)> AskedBy(RowGroup group, MappedFlow flow, ImmutableArray<MappedFlow> flows) => Sides.Both
        .SelectMany(side => group.Asked(side).Where(property => flow.Entity(side).MayChange[property]).Select(property => (flow.Entity(side), property)))
        .Concat(group.EarlierSources().Where(property => flows.Any(other => MayFill(other, flow.Source, property, group))).Select(property => (flow.Source, property)));

    private static bool MayFill(MappedFlow flow, MappedEntity entity, int property, RowGroup group) =>
        Sides.Both.Any(side => flow.Entity(side) == entity && flow.MayChange(side, property, group));

    private (MappedEntity, int) PlaceOf(MappedFlow flow, RowGroup group) => shared.NameOf((flow.Source, group.Rows[0].Source));

    private void Ask((MappedEntity, int) asker, IEnumerable<(MappedEntity, int)> asked)
    {
        _asked.TryAdd(asker, []);
        _asked[asker].UnionWith(asked.Select(shared.NameOf));
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

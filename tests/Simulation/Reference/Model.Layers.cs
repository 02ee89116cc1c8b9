namespace SesamTalk.Simulation.Reference;

/// <content>
/// R4, R9, T3: what hangs on a condition, and then what may be held, is looked at when all else has settled, so that no value that only
/// passes by decides anything; and who asks, after who is asked.
/// </content>
internal sealed partial class Model
{
    private const int Plain = 0;
    private const int NewLink = int.MaxValue - 1;
    private const int UnderReview = int.MaxValue;
    private readonly Dictionary<(ModelEntity, string, bool), string> _shared = [];
    private Dictionary<ModelGroup, int>? _layers;

    private Dictionary<ModelGroup, int> Layers => _layers ??= FindLayers();

    private bool ReconcileLater(List<ModelFlow> flows) =>
        Layers.Values.Append(NewLink).Append(UnderReview).Distinct().Order().Where(layer => layer != Plain).Any(layer => flows.Exists(flow => Reconcile([flow], layer)));

    private int LayerOf(ModelGroup group, ModelRow row, bool hasAgreed) => row.IsUnderReview || (row.IsUnderReviewAtFirst && !hasAgreed) ? UnderReview
        : row.PrefersASideAtFirst && !hasAgreed ? NewLink
        : Layers[group];

    private Dictionary<ModelGroup, int> FindLayers()
    {
        var groups = _flows.SelectMany(flow => flow.Groups.Select(group => (Group: group, Place: SharedBy(flow, group), Asked: AskedBy(flow, group).ToList()))).ToList();
        var asked = groups.Where(it => it.Asked.Count > 0).GroupBy(it => it.Place).ToDictionary(here => here.Key, here => here.SelectMany(it => it.Asked).ToHashSet(), StringComparer.Ordinal);
        while (asked.Values.Any(here => AddAll(here, here.SelectMany(place => asked.GetValueOrDefault(place, [])).ToList())))
        {
            // Also what is asked by who is asked.
        }

        int DepthOf(string place) => !asked.TryGetValue(place, out var behind) ? Plain
            : 1 + behind.Where(other => !(asked.GetValueOrDefault(other)?.Contains(place) ?? false)).Select(DepthOf).DefaultIfEmpty(Plain).Max();
        return groups.ToDictionary(it => it.Group, it => it.Asked.Count > 0 ? DepthOf(it.Place) : Plain);
    }

    // What no flow may change turns nothing.
    private IEnumerable<string> AskedBy(ModelFlow flow, ModelGroup group) => SourceThenTarget.SelectMany(side => group.Asked(side)
        .Where(property => _flows.Exists(other => other.MayChange(flow.Entity(side), property))).Select(property => SharedBy(flow.Entity(side), property)))
        .Concat(group.EarlierSources.Where(property => _flows.Exists(other => other.MayChange(flow.Source, property, group))).Select(property => SharedBy(flow.Source, property)));

    private string SharedBy(ModelFlow flow, ModelGroup group) => SharedBy(flow.Source, group.Rows[0].Source);

    // The properties that hold one another's values have one name; together with those that decide on one value (R8), if asked.
    private string SharedBy(ModelEntity entity, string property, bool together = false)
    {
        if (_shared.TryGetValue((entity, property, together), out var known))
        {
            return known;
        }

        var joined = _flows.SelectMany(flow => flow.Rows.Select(row => new[] { $"{flow.Source.Path} {row.Source}", $"{flow.Target.Path} {row.Target}" })
            .Concat(flow.Groups.Where(_ => together).Select(group => group.SourceProperties.Select(other => $"{flow.Source.Path} {other}").ToArray()))).ToList();
        SortedSet<string> shared = new(StringComparer.Ordinal) { $"{entity.Path} {property}" };
        while (AddAll(shared, joined.Where(shared.Overlaps).SelectMany(both => both).ToList()))
        {
            // Until nothing leads further.
        }

        return _shared[(entity, property, together)] = shared.Min!;
    }

    private static bool AddAll(ISet<string> set, List<string> more)
    {
        var before = set.Count;
        set.UnionWith(more);
        return set.Count > before;
    }
}

using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Mapping;

/// <summary>Finds the order of stamps of each row of a set (clause R4): one for all rows that share a property.</summary>
internal sealed class StampOrders
{
    private readonly DisjointSets<(string Entity, string Path)> _shared = new();
    private readonly Dictionary<(string, string), StampOrder> _orders = [];

    public StampOrders(IReadOnlyCollection<Flow> flows)
    {
        var rows = flows.SelectMany(flow => flow.Properties.Select(row => (flow, row))).ToList();
        rows.ForEach(it => _shared.Join(SourceOf(it.flow, it.row), (it.flow.Target.ToString(), it.row.Target)));
        var entities = flows.SelectMany(flow => new[] { flow.Source, flow.Target }).Distinct().ToList();
        foreach (var group in rows.GroupBy(it => _shared.RootOf(SourceOf(it.flow, it.row))))
        {
            _orders[group.Key] = OrderOf(group, entities);
        }
    }

    /// <summary>The order of a row.</summary>
    public StampOrder Of(Flow flow, Row row) => _orders[_shared.RootOf(SourceOf(flow, row))];

    private static (string Entity, string Path) SourceOf(Flow flow, Row row) => (flow.Source.ToString(), row.Source);

    private static StampOrder OrderOf(IEnumerable<(Flow Flow, Row Row)> rows, List<FlowSide> entities)
    {
        var preferences = new Preferences();
        foreach (var (flow, row) in rows)
        {
            preferences.Add(row.Conflict ?? flow.Conflict, flow.Source.System.Name, flow.Target.System.Name);
        }

        if (!preferences.IsAny)
        {
            return StampOrder.Latest;
        }

        var ranking = preferences.Ranking() ?? throw new ArgumentException("Conflict policies contradict each other: the set was not checked.");
        return StampOrder.Preferring(entities
            .DistinctBy(entity => entity.ToString())
            .Select(entity => KeyValuePair.Create(entity.ToString(), ranking.GetValueOrDefault(entity.System.Name))));
    }
}

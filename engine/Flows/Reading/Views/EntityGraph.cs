namespace SesamTalk.Engine.Flows.Reading.Views;

/// <summary>
/// Which entities are linked with which. References are translated through the clusters, and a cluster reaches as far as flows
/// hang together, so a reference needs no flow of its own between its two entities.
/// </summary>
internal sealed class EntityGraph
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    /// <summary>The graph of some flows.</summary>
    public static EntityGraph Of(IEnumerable<FlowView> flows)
    {
        var graph = new EntityGraph();
        foreach (var flow in flows)
        {
            graph._parents[graph.Root(flow.Source.ToString())] = graph.Root(flow.Target.ToString());
        }

        return graph;
    }

    /// <summary>Whether flows hang together between two entities, each as <c>system/entity</c>.</summary>
    public bool Links(string one, string other) => _parents.ContainsKey(one) && Root(one) == Root(other);

    private string Root(string entity)
    {
        _parents.TryAdd(entity, entity);
        while (_parents[entity] != entity)
        {
            entity = _parents[entity];
        }

        return entity;
    }
}

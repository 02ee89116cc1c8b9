using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Flows.Reading.Views;

/// <summary>
/// Which entities are linked with which. References are translated through the clusters, and a cluster reaches as far as flows
/// hang together, so a reference needs no flow of its own between its two entities.
/// </summary>
internal sealed class EntityGraph
{
    private readonly DisjointSets<string> _linked = new();
    private readonly HashSet<string> _entities = new(StringComparer.Ordinal);

    /// <summary>The graph of some flows.</summary>
    public static EntityGraph Of(IEnumerable<FlowView> flows)
    {
        var graph = new EntityGraph();
        foreach (var flow in flows)
        {
            graph._linked.Join(flow.Source.ToString(), flow.Target.ToString());
            graph._entities.UnionWith(flow.Ends.Select(end => end.ToString()));
        }

        return graph;
    }

    /// <summary>Whether flows hang together between two entities, each as <c>system/entity</c>.</summary>
    public bool Links(string one, string other) => _entities.Contains(one) && _linked.RootOf(one) == _linked.RootOf(other);
}

using System.Collections.Immutable;

namespace SesamTalk.Cli.Graphs;

/// <summary>
/// Finds the connections that are part of a circle: those whose ends hang together without them as well. What is edited on a circle
/// comes round to where it was.
/// </summary>
internal sealed class Circles
{
    private readonly IReadOnlyList<GraphEdge> _edges;
    private readonly ILookup<GraphNode, (int Edge, GraphNode To)> _ways;
    private readonly Dictionary<GraphNode, (int Edge, GraphNode Node, int Depth)> _parents = [];
    private readonly Dictionary<GraphNode, GraphNode> _tops = [];
    private readonly HashSet<int> _found = [];

    private Circles(IReadOnlyList<GraphEdge> edges)
    {
        _edges = edges;
        _ways = edges.SelectMany((edge, i) => new[] { (edge.From, Way: (i, edge.To)), (From: edge.To, Way: (i, edge.From)) }).ToLookup(way => way.From, way => way.Way);
    }

    /// <summary>The places of these connections.</summary>
    public static ImmutableHashSet<int> Of(IReadOnlyList<GraphEdge> edges)
    {
        var circles = new Circles(edges);
        foreach (var edge in edges)
        {
            circles.Span(edge.From);
        }

        for (var i = 0; i < edges.Count; i++)
        {
            circles.Close(i);
        }

        return [.. circles._found];
    }

    // A tree over all that hangs together with a node.
    private void Span(GraphNode root)
    {
        if (!_parents.TryAdd(root, (-1, root, 0)))
        {
            return;
        }

        var next = new Queue<GraphNode>([root]);
        while (next.TryDequeue(out var at))
        {
            foreach (var (edge, to) in _ways[at].Where(way => _parents.TryAdd(way.To, (way.Edge, at, _parents[at].Depth + 1))))
            {
                next.Enqueue(to);
            }
        }
    }

    // A connection beside the tree closes a circle with the ways of the tree up to where they meet.
    private void Close(int edge)
    {
        var (one, other) = (_edges[edge].From, _edges[edge].To);
        if (one == other || _parents[one].Edge == edge || _parents[other].Edge == edge)
        {
            return;
        }

        _found.Add(edge);
        for ((one, other) = (TopOf(one), TopOf(other)); one != other; (one, other) = (TopOf(one), TopOf(other)))
        {
            if (_parents[one].Depth < _parents[other].Depth)
            {
                (one, other) = (other, one);
            }

            _found.Add(_parents[one].Edge);
            _tops[one] = _parents[one].Node;
        }
    }

    // The highest node to which all of the tree's connections are found already.
    private GraphNode TopOf(GraphNode node)
    {
        while (_tops.TryGetValue(node, out var above))
        {
            if (_tops.TryGetValue(above, out var higher))
            {
                _tops[node] = higher;
            }

            node = above;
        }

        return node;
    }
}

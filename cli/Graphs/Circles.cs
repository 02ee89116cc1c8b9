using System.Collections.Immutable;

namespace SesamTalk.Cli.Graphs;

/// <summary>
/// Finds the connections that are part of a circle: those whose ends hang together without them as well. What is edited on a circle
/// comes round to where it was.
/// </summary>
internal static class Circles
{
    /// <summary>The places of these connections.</summary>
    public static ImmutableHashSet<int> Of(IReadOnlyList<GraphEdge> edges) =>
        [.. Enumerable.Range(0, edges.Count).Where(i => edges[i].From != edges[i].To && HangsTogether(edges, i))];

    private static bool HangsTogether(IReadOnlyList<GraphEdge> edges, int without)
    {
        var ways = edges.Where((_, i) => i != without).SelectMany(edge => new[] { (edge.From, edge.To), (From: edge.To, To: edge.From) }).ToLookup(way => way.From, way => way.To);
        HashSet<GraphNode> reached = [edges[without].From];
        var next = new Queue<GraphNode>(reached);
        while (next.TryDequeue(out var at))
        {
            foreach (var node in ways[at].Where(reached.Add))
            {
                next.Enqueue(node);
            }
        }

        return reached.Contains(edges[without].To);
    }
}

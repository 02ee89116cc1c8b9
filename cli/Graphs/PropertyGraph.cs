using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Portraits;

namespace SesamTalk.Cli.Graphs;

/// <summary>The properties of some flows, in the boxes of their entities.</summary>
internal static class PropertyGraph
{
    /// <summary>What is said of a row that translates references.</summary>
    public const string Reference = "reference";

    /// <summary>The graph of all properties, or of those that some property hangs together with.</summary>
    /// <param name="flows">The flows.</param>
    /// <param name="start">A property or an entity, as <c>system/entity.path</c>, <c>entity.path</c>, <c>path</c>, <c>system/entity</c>; none for all.</param>
    /// <exception cref="StoppedException">There is no such property.</exception>
    public static Graph Of(IEnumerable<FlowPortrait> flows, string? start)
    {
        GraphEdge[] edges = [.. flows.SelectMany(Edges)];
        if (start is null)
        {
            return Graph.Of(edges);
        }

        GraphNode[] nodes = [.. edges.SelectMany(edge => new[] { edge.From, edge.To }).Distinct()];
        HashSet<GraphNode> reached = [.. nodes.Where(node => IsMeant(node, start))];
        if (reached.Count == 0)
        {
            throw Unknown(start, nodes);
        }

        while (edges.Any(edge => reached.Contains(edge.From) != reached.Contains(edge.To)))
        {
            reached.UnionWith([.. edges.Where(edge => reached.Contains(edge.From) || reached.Contains(edge.To)).SelectMany(edge => new[] { edge.From, edge.To })]);
        }

        return Graph.Of(edges.Where(edge => reached.Contains(edge.From)));
    }

    private static IEnumerable<GraphEdge> Edges(FlowPortrait flow) => flow.Rows.SelectMany(row => row.ElementKey.IsEmpty
        ? [Edge(flow, row, string.Empty, string.Empty)]
        : row.Elements.Select(element => Edge(flow, element, $"{row.Source}[].", $"{row.Target}[].")));

    private static GraphEdge Edge(FlowPortrait flow, RowPortrait row, string source, string target) =>
        new(new GraphNode(flow.Source.ToString(), source + row.Source), new GraphNode(flow.Target.ToString(), target + row.Target), flow.Name)
        {
            RunsThere = row.Direction != Direction.ToSource,
            RunsBack = row.Direction != Direction.ToTarget,
            Label = row.Conversions.Length > 0 ? row.Conversions : row.Of is null ? string.Empty : Reference,
        };

    private static StoppedException Unknown(string start, GraphNode[] nodes)
    {
        var nearest = NearestName.Find(start, nodes.SelectMany(node => new[] { Name(node), node.Box, node.Name }).Distinct(StringComparer.Ordinal));
        return new StoppedException(ExitCode.Usage, $"'{start}' is no property in these flows.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}", "'sesamtalk show FLOW' lists the properties of a flow.");
    }

    private static string Name(GraphNode node) => $"{node.Box}.{node.Name}";

    private static bool IsMeant(GraphNode node, string start) =>
        start == Name(node) || start == node.Box || start == node.Name || Name(node).EndsWith($"/{start}", StringComparison.Ordinal);
}

using System.Collections.Immutable;

namespace SesamTalk.Cli.Graphs;

/// <summary>What is connected with what: entities by flows, or properties by rows.</summary>
/// <param name="Boxes">What the nodes are in: systems, or entities.</param>
/// <param name="Edges">The connections.</param>
internal sealed record Graph(ImmutableArray<GraphBox> Boxes, ImmutableArray<GraphEdge> Edges)
{
    /// <summary>A graph of connections; boxes and nodes come in the order in which connections name them.</summary>
    public static Graph Of(IEnumerable<GraphEdge> edges)
    {
        GraphEdge[] all = [.. edges.Distinct()];
        var inCircles = Circles.Of(all);
        var boxes = all.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().GroupBy(node => node.Box, StringComparer.Ordinal)
            .Select(group => new GraphBox(group.Key, [.. group]));
        return new Graph([.. boxes], [.. all.Select((edge, i) => edge with { IsInCircle = inCircles.Contains(i) })]);
    }
}

/// <summary>A box with its nodes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Nodes">The nodes.</param>
internal sealed record GraphBox(string Name, ImmutableArray<GraphNode> Nodes);

/// <summary>A node.</summary>
/// <param name="Box">The box that it is in.</param>
/// <param name="Name">Its name within the box.</param>
internal readonly record struct GraphNode(string Box, string Name);

/// <summary>A connection.</summary>
/// <param name="From">Where it begins: the source side.</param>
/// <param name="To">Where it ends: the target side.</param>
/// <param name="Flow">The flow that it is made by.</param>
internal sealed record GraphEdge(GraphNode From, GraphNode To, string Flow)
{
    /// <summary>Whether anything goes from source to target.</summary>
    public required bool RunsThere { get; init; }

    /// <summary>Whether anything goes from target to source.</summary>
    public required bool RunsBack { get; init; }

    /// <summary>What to say of it in a few words.</summary>
    public string Label { get; init; } = string.Empty;

    /// <summary>Whether another way leads from its one end to the other.</summary>
    public bool IsInCircle { get; init; }
}

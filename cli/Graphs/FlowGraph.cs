using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Portraits;

namespace SesamTalk.Cli.Graphs;

/// <summary>The entities of some flows, in the boxes of their systems.</summary>
internal static class FlowGraph
{
    /// <summary>The graph.</summary>
    public static Graph Of(IEnumerable<FlowPortrait> flows) => Graph.Of(flows.Select(flow => new GraphEdge(Node(flow.Source), Node(flow.Target), flow.Name)
    {
        RunsThere = flow.Create is CreatePolicy.Source or CreatePolicy.Both || flow.Rows.Any(row => row.Direction != Direction.ToSource),
        RunsBack = flow.Create is CreatePolicy.Target or CreatePolicy.Both || flow.Rows.Any(row => row.Direction != Direction.ToTarget),
    }));

    private static GraphNode Node(SidePortrait side) => new(side.System, side.Entity);
}

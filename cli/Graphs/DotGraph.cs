using System.Globalization;

namespace SesamTalk.Cli.Graphs;

/// <summary>A graph for Graphviz.</summary>
internal static class DotGraph
{
    /// <summary>Writes it.</summary>
    public static void Write(Graph graph, TextWriter writer)
    {
        void Line(string line) => writer.Write(line + "\n");
        Line("digraph flows {");
        Line("  rankdir=LR; nodesep=0.15; ranksep=1.2;");
        Line("  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"Helvetica\", fontsize=11];");
        Line($"  edge [color=\"{GraphColours.Edge}\", fontname=\"Helvetica\", fontsize=9];");
        foreach (var (box, i) in graph.Boxes.Select((box, i) => (box, i)))
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"  subgraph cluster_{i + 1} {{"));
            Line($"    label={Text(box.Name)}; style=\"rounded,filled\"; fillcolor=\"#f4f7fa\"; color=\"{GraphColours.Border}\"; fontname=\"Helvetica-Bold\";");
            foreach (var node in box.Nodes)
            {
                Line($"    {Name(node)} [label={Text(node.Name)}];");
            }

            Line("  }");
        }

        foreach (var edge in graph.Edges)
        {
            Line($"  {Name(edge.From)} -> {Name(edge.To)} [{string.Join(", ", Attributes(edge))}];");
        }

        Line("}");
    }

    private static IEnumerable<string> Attributes(GraphEdge edge)
    {
        yield return $"dir={(edge.RunsThere, edge.RunsBack) switch { (true, true) => "both", (true, false) => "forward", (false, true) => "back", _ => "none" }}";
        yield return $"tooltip={Text(edge.Flow)}";
        if (edge.Label.Length > 0)
        {
            yield return $"label={Text(edge.Label)}";
        }

        if (edge.IsInCircle)
        {
            yield return $"color=\"{GraphColours.Circle}\", penwidth=2";
        }
    }

    private static string Name(GraphNode node) => Text($"{node.Box}.{node.Name}");

    private static string Text(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

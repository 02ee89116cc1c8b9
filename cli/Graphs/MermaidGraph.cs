using System.Globalization;
using System.Text;

namespace SesamTalk.Cli.Graphs;

/// <summary>A graph for Mermaid, as Markdown viewers draw it.</summary>
internal static class MermaidGraph
{
    /// <summary>Writes it.</summary>
    public static void Write(Graph graph, TextWriter writer)
    {
        void Line(string line) => writer.Write(line + "\n");
        var names = graph.Boxes.SelectMany(box => box.Nodes).Select((node, i) => (node, i)).ToDictionary(it => it.node, it => Id("n", it.i));
        Line("flowchart LR");
        foreach (var (box, i) in graph.Boxes.Select((box, i) => (box, i)))
        {
            Line($"  subgraph {Id("b", i)}[\"{Text(box.Name)}\"]");
            foreach (var node in box.Nodes)
            {
                Line($"    {names[node]}[\"{Text(node.Name)}\"]");
            }

            Line("  end");
        }

        foreach (var edge in graph.Edges)
        {
            var (from, to) = edge is { RunsBack: true, RunsThere: false } ? (edge.To, edge.From) : (edge.From, edge.To);
            Line($"  {names[from]} {(edge is { RunsThere: true, RunsBack: true } ? "<-->" : edge is { RunsThere: false, RunsBack: false } ? "---" : "-->")}{Label(edge)} {names[to]}");
        }

        string[] circles = [.. graph.Edges.Select((edge, i) => (edge, i)).Where(it => it.edge.IsInCircle).Select(it => it.i.ToString(CultureInfo.InvariantCulture))];
        if (circles.Length > 0)
        {
            Line("  %% part of a circle");
            Line($"  linkStyle {string.Join(',', circles)} stroke:{GraphColours.Circle},stroke-width:2px");
        }
    }

    private static string Label(GraphEdge edge) => edge.Label.Length == 0 ? string.Empty : $"|\"{Text(edge.Label)}\"|";

    private static string Id(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number + 1}");

    // Mermaid reads entities of its own; a quotation mark or a bracket would end the text.
    private static string Text(string text) => string.Concat(text.EnumerateRunes().Select(c =>
        Rune.IsLetterOrDigit(c) || (c.IsAscii && " ./-_:,".Contains((char)c.Value, StringComparison.Ordinal)) ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"#{c.Value};")));
}

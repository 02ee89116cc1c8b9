using System.Text.Json;
using SesamTalk.Cli.Graphs.Drawing;
using SesamTalk.Cli.Output;

namespace SesamTalk.Cli.Graphs;

/// <summary>A graph in the forms of <c>graph</c>.</summary>
/// <param name="Graph">The graph.</param>
/// <param name="Title">What it shows.</param>
internal sealed record GraphReport(Graph Graph, string Title) : IFormedReport
{
    public const string Mermaid = "mermaid";
    public const string Dot = "dot";
    public const string Svg = "svg";

    /// <inheritdoc/>
    public void Write(string form, TextWriter writer)
    {
        switch (form)
        {
            case Dot: DotGraph.Write(Graph, writer); break;
            case Svg: SvgGraph.Write(Graph, Title, writer); break;
            default: MermaidGraph.Write(Graph, writer); break;
        }
    }

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        foreach (var edge in Graph.Edges)
        {
            page.Line($"{edge.From.Box} {edge.From.Name} {Arrow(edge)} {edge.To.Box} {edge.To.Name}");
        }
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("title", Title);
        json.WriteList("boxes", Graph.Boxes, box =>
        {
            json.WriteString("name", box.Name);
            json.WriteTexts("nodes", box.Nodes.Select(node => node.Name));
        });
        json.WriteList("edges", Graph.Edges, edge =>
        {
            json.WriteString("flow", edge.Flow);
            Write(json, "from", edge.From);
            Write(json, "to", edge.To);
            json.WriteBoolean("to_target", edge.RunsThere);
            json.WriteBoolean("to_source", edge.RunsBack);
            json.WriteString("label", edge.Label.Length == 0 ? null : edge.Label);
            json.WriteBoolean("in_circle", edge.IsInCircle);
        });
    }

    private static string Arrow(GraphEdge edge) => (edge.RunsThere, edge.RunsBack) switch { (true, true) => "<->", (true, false) => "->", (false, true) => "<-", _ => "--" };

    private static void Write(Utf8JsonWriter json, string name, GraphNode node)
    {
        json.WriteStartObject(name);
        json.WriteString("box", node.Box);
        json.WriteString("node", node.Name);
        json.WriteEndObject();
    }
}

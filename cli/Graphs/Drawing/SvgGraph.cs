using System.Globalization;
using System.Net;
using System.Text;
using SesamTalk.Cli.Output;

namespace SesamTalk.Cli.Graphs.Drawing;

/// <summary>A graph as an SVG picture that needs nothing beside itself.</summary>
internal sealed class SvgGraph
{
    private const double Bend = 0.45;
    private const double Out = 70;
    private const int MostLetters = 20;
    private const double TitleLetter = 11.5;
    private const double NarrowestLegend = 440;

    private readonly Graph _graph;
    private readonly Arrangement _places;
    private readonly TextWriter _writer;

    private SvgGraph(Graph graph, TextWriter writer) => (_graph, _places, _writer) = (graph, Arrangement.Of(graph), writer);

    /// <summary>Draws it.</summary>
    public static void Write(Graph graph, string title, TextWriter writer) => new SvgGraph(graph, writer).Write(title);

    private void Write(string title)
    {
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width(title):0}\" height=\"{_places.Height:0}\" viewBox=\"0 0 {Width(title):0} {_places.Height:0}\" font-family=\"Helvetica, Arial, sans-serif\" font-size=\"13\">");
        Line($"<title>{Text(title)}</title>");
        Line($"<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        WriteMarkers();
        Line($"<text x=\"28\" y=\"40\" font-size=\"18\" font-weight=\"bold\" fill=\"{GraphColours.Ink}\">{Text(title)}</text>");
        foreach (var edge in _graph.Edges.OrderBy(edge => edge.IsInCircle))
        {
            Write(edge);
        }

        foreach (var edge in _graph.Edges.Where(edge => edge.Label.Length > 0 && edge.Label != PropertyGraph.Reference))
        {
            WriteLabel(edge);
        }

        var colours = _graph.Boxes.Select(box => box.Name.Split('/')[0]).Distinct(StringComparer.Ordinal)
            .Select((name, i) => (name, i)).ToDictionary(it => it.name, it => GraphColours.Heads[it.i % GraphColours.Heads.Length], StringComparer.Ordinal);
        foreach (var box in _places.Boxes)
        {
            Write(box, colours[box.Name.Split('/')[0]]);
        }

        WriteLegend();
        Line($"</svg>");
    }

    private double Width(string title) => Math.Max(_places.Width, Math.Max(NarrowestLegend, 56 + (title.Length * TitleLetter)));

    private void WriteMarkers()
    {
        Line($"<defs>");
        foreach (var (name, colour) in new[] { ("plain", GraphColours.Edge), ("circle", GraphColours.Circle) })
        {
            Line($"<marker id=\"{name}-end\" viewBox=\"0 0 8 8\" markerWidth=\"8\" markerHeight=\"8\" refX=\"8\" refY=\"4\" orient=\"auto\" markerUnits=\"userSpaceOnUse\"><path d=\"M0,0.5 L8,4 L0,7.5 z\" fill=\"{colour}\"/></marker>");
            Line($"<marker id=\"{name}-start\" viewBox=\"0 0 8 8\" markerWidth=\"8\" markerHeight=\"8\" refX=\"0\" refY=\"4\" orient=\"auto\" markerUnits=\"userSpaceOnUse\"><path d=\"M8,0.5 L0,4 L8,7.5 z\" fill=\"{colour}\"/></marker>");
        }

        Line($"</defs>");
    }

    private void Write(GraphEdge edge)
    {
        var (atEnd, atStart) = _places.IsTurned(edge) ? (edge.RunsBack, edge.RunsThere) : (edge.RunsThere, edge.RunsBack);
        Path(PathOf(_places.PointsOf(edge)), edge.IsInCircle, atStart, atEnd, $"{edge.Flow}{(edge.Label.Length == 0 ? string.Empty : $": {edge.Label}")}");
    }

    private void WriteLabel(GraphEdge edge)
    {
        var points = _places.PointsOf(edge);
        var ((fromX, fromY), (toX, toY)) = (points[^2], points[^1]);
        // What a conversion is given, a table for example, is told beside the line only.
        var name = edge.Label.Trim('{', '[', ' ').Split(':')[0].Replace("{ ", string.Empty, StringComparison.Ordinal);
        var text = name.Length > MostLetters ? name[..(MostLetters - 1)] + "\u2026" : name;
        // The middle of a curve that goes out and back is three quarters of the way to where it is drawn to.
        var x = ((fromX + toX) / 2) + (IsOutAndBack(points) ? Out * 0.75 : 0);
        Line($"<text x=\"{x:0.#}\" y=\"{((fromY + toY) / 2) + 3:0.#}\" text-anchor=\"middle\" font-size=\"10\" fill=\"{GraphColours.Faint}\" stroke=\"#ffffff\" stroke-width=\"3\" paint-order=\"stroke\">{Text(text)}</text>");
    }

    private void Path(string path, bool isInCircle, bool atStart, bool atEnd, string title)
    {
        var (name, colour, width) = isInCircle ? ("circle", GraphColours.Circle, "1.8") : ("plain", GraphColours.Edge, "1.4");
        var markers = (atStart ? $" marker-start=\"url(#{name}-start)\"" : string.Empty) + (atEnd ? $" marker-end=\"url(#{name}-end)\"" : string.Empty);
        Line($"<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"{markers}><title>{Text(title)}</title></path>");
    }

    private static bool IsOutAndBack(IReadOnlyList<(double X, double Y)> points) => points.Count == 2 && points[1].X <= points[0].X + 1;

    private static string PathOf(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        path.Append(CultureInfo.InvariantCulture, $"M{points[0].X:0.#},{points[0].Y:0.#}");
        for (var i = 1; i < points.Count; i++)
        {
            var ((fromX, fromY), (toX, toY)) = (points[i - 1], points[i]);
            var bend = Math.Max((toX - fromX) * Bend, 0);
            // Both ends on the right side of one column: out and back.
            var (first, second) = IsOutAndBack(points) ? (fromX + Out, toX + Out) : (fromX + bend, toX - bend);
            path.Append(CultureInfo.InvariantCulture, $" C{first:0.#},{fromY:0.#} {second:0.#},{toY:0.#} {toX:0.#},{toY:0.#}");
        }

        return path.ToString();
    }

    private void Write(Slot box, string colour)
    {
        Line($"<rect x=\"{box.Left:0.#}\" y=\"{box.Top:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" rx=\"7\" fill=\"#f7f9fb\" stroke=\"{GraphColours.Border}\"/>");
        Line($"<path d=\"M{box.Left:0.#},{box.Top + 26:0.#} v-19 a7,7 0 0 1 7,-7 h{box.Width - 14:0.#} a7,7 0 0 1 7,7 v19 z\" fill=\"{colour}\"/>");
        Line($"<text x=\"{box.Left + (box.Width / 2):0.#}\" y=\"{box.Top + 17.5:0.#}\" text-anchor=\"middle\" font-weight=\"bold\" fill=\"#ffffff\">{Text(box.Name)}</text>");
        foreach (var node in box.Items.Cast<GraphNode>())
        {
            Line($"<text x=\"{box.Left + (box.Width / 2):0.#}\" y=\"{box.MiddleOf(node) + 4.5:0.#}\" text-anchor=\"middle\" fill=\"{GraphColours.Ink}\">{Text(node.Name)}</text>");
        }
    }

    private void WriteLegend()
    {
        var y = _places.Height - 26;
        var x = 28.0;
        foreach (var (words, isInCircle, atStart) in new[] { ("both ways", false, true), ("one way", false, false), ("part of a circle", true, true) })
        {
            if (!isInCircle || _graph.Edges.Any(edge => edge.IsInCircle))
            {
                Path(string.Create(CultureInfo.InvariantCulture, $"M{x:0.#},{y:0.#} h34"), isInCircle, atStart, atEnd: true, words);
                Line($"<text x=\"{x + 42:0.#}\" y=\"{y + 4:0.#}\" font-size=\"12\" fill=\"{GraphColours.Faint}\">{words}</text>");
                x += 132;
            }
        }
    }

    private static string Text(string text) => WebUtility.HtmlEncode(XmlText.Printable(text));

    private void Line(FormattableString line) => _writer.Write(FormattableString.Invariant(line) + "\n");
}

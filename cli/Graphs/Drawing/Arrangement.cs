namespace SesamTalk.Cli.Graphs.Drawing;

/// <summary>
/// Where everything of a picture is. Boxes stand in columns from source to target; a connection that passes a column has a lane of
/// its own there, between the boxes. Boxes, nodes and lanes are then moved up and down beside what they are connected with.
/// </summary>
internal sealed class Arrangement
{
    private const double Margin = 28;
    private const double TitleHeight = 44;
    private const double LegendHeight = 40;
    private const double SlotGap = 22;
    private const double ColumnGap = 130;
    private const double OutAndBack = 80;
    private const double LoopHeight = 12;
    private const double LetterWidth = 8.2;
    private const double BoxPadding = 30;
    private const int Sweeps = 8;

    private readonly Graph _graph;
    private readonly Slot[][] _columns;
    private readonly Dictionary<GraphEdge, (Slot Slot, object Item)[]> _courses;
    private readonly ILookup<(Slot, object), (Slot Slot, object Item)> _neighbours;

    private Arrangement(Graph graph)
    {
        _graph = graph;
        var layers = Layers.Of(graph);
        var boxes = graph.Boxes.ToDictionary(box => box.Name, box => new Slot(box.Name, isBox: true, layers[box.Name]) { Items = [.. box.Nodes.Cast<object>()] }, StringComparer.Ordinal);
        var lanes = new Dictionary<(string, string, int), Slot>();
        _courses = graph.Edges.ToDictionary(edge => edge, edge => Course(edge, boxes, lanes));
        _columns = [.. boxes.Values.Concat(lanes.Values).GroupBy(slot => slot.Layer).OrderBy(column => column.Key).Select(column => column.ToArray())];
        _neighbours = _courses.Values.SelectMany(Steps).ToLookup(step => step.From, step => step.To);
        PlaceColumns();
        for (var i = 0; i < Sweeps; i++)
        {
            Sweep(i % 2 == 0 ? Enumerable.Range(0, _columns.Length) : Enumerable.Range(0, _columns.Length).Reverse());
        }
    }

    /// <summary>The boxes.</summary>
    public IEnumerable<Slot> Boxes => _columns.SelectMany(column => column).Where(slot => slot.IsBox);

    /// <summary>The width of the picture.</summary>
    public double Width => _columns.Length == 0 ? 400 : _columns[^1].Max(slot => slot.Left + slot.Width) + Margin + (_courses.Values.Any(course => course[0].Slot.Layer == course[^1].Slot.Layer) ? OutAndBack : 0);

    /// <summary>The height of the picture.</summary>
    public double Height => TitleHeight + Tallest + LegendHeight + (2 * Margin);

    private double Tallest => _columns.Length == 0 ? 0 : _columns.Max(HeightOf);

    /// <summary>The arrangement of a graph.</summary>
    public static Arrangement Of(Graph graph) => new(graph);

    /// <summary>The points that a connection runs through, from left to right; between each two it is a curve or a line.</summary>
    public IReadOnlyList<(double X, double Y)> PointsOf(GraphEdge edge)
    {
        var course = _courses[edge];
        var points = new List<(double X, double Y)> { (course[0].Slot.Left + course[0].Slot.Width, course[0].Slot.MiddleOf(course[0].Item)) };
        foreach (var (slot, item) in course[1..^1])
        {
            points.Add((slot.Left, slot.MiddleOf(item)));
            points.Add((slot.Left + slot.Width, slot.MiddleOf(item)));
        }

        var (last, node) = course[^1];
        points.Add((last.Layer == course[0].Slot.Layer ? last.Left + last.Width : last.Left, last.MiddleOf(node)));
        return edge.From != edge.To ? points : [.. points.Select((point, i) => (point.X, point.Y + ((i - 0.5) * LoopHeight)))];
    }

    /// <summary>Whether a connection is drawn from its target, which stands to the left.</summary>
    public bool IsTurned(GraphEdge edge) => _courses[edge][0].Item is GraphNode node && node != edge.From;

    private static (Slot Slot, object Item)[] Course(GraphEdge edge, Dictionary<string, Slot> boxes, Dictionary<(string, string, int), Slot> lanes)
    {
        (Slot Slot, object Item) left = (boxes[edge.From.Box], edge.From);
        (Slot Slot, object Item) right = (boxes[edge.To.Box], edge.To);
        if (left.Slot.Layer > right.Slot.Layer)
        {
            (left, right) = (right, left);
        }

        var passed = new List<(Slot Slot, object Item)>();
        for (var layer = left.Slot.Layer + 1; layer < right.Slot.Layer; layer++)
        {
            var key = (left.Slot.Name, right.Slot.Name, layer);
            if (!lanes.TryGetValue(key, out var lane))
            {
                lanes[key] = lane = new Slot($"{left.Slot.Name} > {right.Slot.Name}", isBox: false, layer);
            }

            lane.Items.Add(edge);
            passed.Add((lane, edge));
        }

        return [left, .. passed, right];
    }

    private static IEnumerable<((Slot, object) From, (Slot, object) To)> Steps((Slot Slot, object Item)[] course) =>
        course.Zip(course.Skip(1)).SelectMany(step => new[] { (step.First, step.Second), (step.Second, step.First) });

    private static double HeightOf(Slot[] column) => column.Sum(slot => slot.Height) + ((column.Length - 1) * SlotGap);

    private void PlaceColumns()
    {
        var left = Margin;
        foreach (var column in _columns)
        {
            var width = column.Max(WidthOf);
            foreach (var slot in column)
            {
                (slot.Left, slot.Width) = (left, width);
            }

            Stack(column);
            left += width + ColumnGap;
        }
    }

    private static double WidthOf(Slot slot) => !slot.IsBox ? 0 : BoxPadding + (LetterWidth * slot.Items.Cast<GraphNode>().Select(node => node.Name.Length).Append(slot.Name.Length).Max());

    private void Stack(Slot[] column)
    {
        var top = Margin + TitleHeight + ((Tallest - HeightOf(column)) / 2);
        foreach (var slot in column)
        {
            slot.Top = top;
            top += slot.Height + SlotGap;
        }
    }

    private void Sweep(IEnumerable<int> columns)
    {
        foreach (var i in columns)
        {
            foreach (var slot in _columns[i])
            {
                slot.Items = [.. slot.Items.OrderBy(item => Wanted(slot, item))];
            }

            _columns[i] = [.. _columns[i].OrderBy(slot => slot.Items.Average(item => Wanted(slot, item)))];
            Stack(_columns[i]);
        }
    }

    // The height of what an item is connected with.
    private double Wanted(Slot slot, object item) =>
        _neighbours[(slot, item)].Select(other => other.Slot.MiddleOf(other.Item)).DefaultIfEmpty(slot.MiddleOf(item)).Average();
}

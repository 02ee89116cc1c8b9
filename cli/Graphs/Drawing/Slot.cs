namespace SesamTalk.Cli.Graphs.Drawing;

/// <summary>Something that takes room in a column: a box with its nodes, or a lane for connections that pass.</summary>
/// <param name="name">The name of the box; for a lane something that no box is called.</param>
/// <param name="isBox">Whether it is a box.</param>
/// <param name="layer">Its column.</param>
internal sealed class Slot(string name, bool isBox, int layer)
{
    private const double BoxRow = 23;
    private const double BoxHead = 32;
    private const double BoxFoot = 7;
    private const double LaneRow = 9;
    private const double LaneEdge = 4;

    /// <summary>The name of the box.</summary>
    public string Name => name;

    /// <summary>Whether it is a box.</summary>
    public bool IsBox => isBox;

    /// <summary>Its column.</summary>
    public int Layer => layer;

    /// <summary>The nodes of a box, or the connections of a lane, from top to bottom.</summary>
    public List<object> Items { get; set; } = [];

    /// <summary>Its left edge.</summary>
    public double Left { get; set; }

    /// <summary>Its upper edge.</summary>
    public double Top { get; set; }

    /// <summary>Its width.</summary>
    public double Width { get; set; }

    /// <summary>Its height.</summary>
    public double Height => isBox ? BoxHead + (Items.Count * BoxRow) + BoxFoot : (2 * LaneEdge) + (Items.Count * LaneRow);

    /// <summary>The height at which an item is.</summary>
    public double MiddleOf(object item)
    {
        var at = Items.IndexOf(item) + 0.5;
        return isBox ? Top + BoxHead + (at * BoxRow) : Top + LaneEdge + (at * LaneRow);
    }
}

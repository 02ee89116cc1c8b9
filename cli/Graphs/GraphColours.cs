namespace SesamTalk.Cli.Graphs;

/// <summary>The colours of pictures.</summary>
internal static class GraphColours
{
    public const string Ink = "#1c2430";
    public const string Faint = "#5a6675";
    public const string Edge = "#5b7a99";
    public const string Circle = "#d1571f";
    public const string Border = "#c3cedb";

    /// <summary>The heads of boxes, one after the other.</summary>
    public static readonly string[] Heads = ["#2f5d8a", "#3c7a5a", "#7a4f8a", "#8a6a2f", "#2f7d8a", "#8a3f52", "#5a5f86", "#577a3c"];
}

namespace SesamTalk.Engine.Formatting.Layouts;

/// <summary>The lines of a text, and what stands in them.</summary>
/// <param name="text">The text, with line feeds.</param>
internal sealed class TextLines(string text)
{
    private readonly int[] _starts = [0, .. Enumerable.Range(0, text.Length).Where(at => text[at] == '\n').Select(at => at + 1)];

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>The line of an index, from 0.</summary>
    public int LineOf(int at)
    {
        var found = Array.BinarySearch(_starts, at);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>The column of an index, from 0.</summary>
    public int ColumnOf(int at) => at - _starts[LineOf(at)];

    /// <summary>The index behind the last character of the line of an index.</summary>
    public int EndOfLine(int at) => text.IndexOf('\n', at) is var end && end < 0 ? text.Length : end;

    /// <summary>Whether only blanks, and the signs of list items, stand before an index on its line.</summary>
    public bool IsFirst(int at) => text.AsSpan(_starts[LineOf(at)]..at).Trim(" \t-").IsEmpty;

    /// <summary>Whether an index is the first thing of its line, and the line before is empty.</summary>
    public bool IsApart(int at)
    {
        var line = LineOf(at);
        return line > 0 && IsFirst(at) && text.AsSpan(_starts[line - 1]..(_starts[line] - 1)).IsWhiteSpace();
    }
}

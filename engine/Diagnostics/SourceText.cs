namespace SesamTalk.Engine.Diagnostics;

/// <summary>A file that an author wrote, as text, for excerpts.</summary>
/// <param name="file">The file, as it is shown to a person.</param>
/// <param name="text">What it holds, without a byte-order mark.</param>
public sealed class SourceText(string file, string text)
{
    private readonly Lazy<string[]> _lines = new(() => text.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>The file, as it is shown to a person.</summary>
    public string File { get; } = file;

    /// <summary>What it holds.</summary>
    public string Text { get; } = text;

    /// <summary>How many lines it has; the text behind the last line break counts as one.</summary>
    public int LineCount => _lines.Value.Length;

    /// <summary>A line, without its line break; empty where there is no such line.</summary>
    /// <param name="number">Its number, from 1.</param>
    public string Line(int number) => number >= 1 && number <= LineCount ? _lines.Value[number - 1] : string.Empty;

    /// <summary>The same file with what stands at a place made unreadable.</summary>
    internal SourceText Hide(Place place)
    {
        var lines = (string[])_lines.Value.Clone();
        for (var line = place.Line; line <= Math.Min(place.EndLine, lines.Length); line++)
        {
            lines[line - 1] = Hidden(lines[line - 1], line == place.Line ? place.Column : 1, line == place.EndLine ? place.EndColumn : int.MaxValue);
        }

        return new SourceText(File, string.Join('\n', lines));
    }

    private static string Hidden(string line, int from, int to) =>
        string.Concat(line.Select((c, i) => i + 1 >= from && i + 1 < to ? '*' : c));

    /// <summary>The place of some characters in one line.</summary>
    internal Place PlaceOf(int line, int column, int length) => new(File, line, column, line, column + length);
}

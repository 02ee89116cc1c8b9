using System.Globalization;
using YamlDotNet.Core.Events;

namespace SesamTalk.Engine.Formatting.Layouts;

/// <summary>
/// A block of text behind <c>|</c> or <c>&gt;</c>: its sign, then its lines without their indentation. A block whose first line begins
/// with a blank says in its sign that two blanks are its indentation.
/// </summary>
internal static class TextBlock
{
    /// <summary>How far the lines of such a block are indented.</summary>
    public const int Indentation = 2;

    /// <summary>A block as it stands in a text.</summary>
    public static LayoutScalar Read(TextLines lines, Scalar scalar)
    {
        var begin = (int)scalar.Start.Index;
        var sign = lines.Text[begin..lines.EndOfLine(begin)].Split('#')[0].Trim();
        var keepsEnd = sign.Contains('+', StringComparison.Ordinal) && scalar.Value.EndsWith('\n');
        var whole = lines.Text[begin..Math.Min((int)scalar.End.Index, lines.Text.Length)];
        var content = whole[Math.Min(whole.Length, lines.EndOfLine(begin) - begin)..];
        string[] rows = [.. (keepsEnd ? WithoutLast(content) : content.TrimEnd()).Split('\n').Skip(1)];
        var indentation = IndentationOf(rows, scalar.Value);
        var written = string.Join('\n', rows.Select(row => row.Length > indentation ? row[indentation..] : row.Trim()).Prepend(SignOf(sign, rows, indentation, scalar.Value)));
        return new LayoutScalar(begin, begin + whole.TrimEnd().Length, scalar.Value, written, LayoutStyle.Block);
    }

    // What follows the last line end is the indentation of the next thing.
    private static string WithoutLast(string content) => content.LastIndexOf('\n') is var last && last >= 0 ? content[..last] : content;

    // The first line that is not blank is indented like all, but for the blanks that belong to the text.
    private static int IndentationOf(string[] rows, string value)
    {
        var first = rows.FirstOrDefault(row => row.Trim().Length > 0) ?? string.Empty;
        var own = value.TrimStart('\n');
        return first.Length - first.TrimStart(' ').Length - (own.Length - own.TrimStart(' ').Length);
    }

    private static string SignOf(string sign, string[] rows, int indentation, string value)
    {
        var first = rows.FirstOrDefault(row => row.Trim().Length > 0) ?? string.Empty;
        var number = first.Length > indentation && first[indentation] == ' ' ? Indentation.ToString(CultureInfo.InvariantCulture) : string.Empty;
        var end = !value.EndsWith('\n') || sign.Contains('-', StringComparison.Ordinal) ? "-" : sign.Contains('+', StringComparison.Ordinal) ? "+" : string.Empty;
        return sign[..1] + number + end;
    }
}

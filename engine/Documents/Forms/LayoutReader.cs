using System.Globalization;

namespace SesamTalk.Engine.Documents;

/// <summary>Finds out how a document is laid out.</summary>
internal static class LayoutReader
{
    /// <summary>The layout of a document that keeps to the grammar. What is laid out now so, now otherwise, is taken as it stands first.</summary>
    public static DocumentLayout Read(string text)
    {
        string[] lines = [.. text.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r'))];
        (string? head, string? cell) = TypeCells(lines);
        return new DocumentLayout
        {
            HasMark = text.StartsWith('\uFEFF'),
            HasCarriageReturns = text.Contains("\r\n", StringComparison.Ordinal),
            HasStop = lines.Contains(Phrases.Introduction + "."),
            CountsLetters = lines.Length > 1 && lines[0].Length != lines[1].Length && lines[0].Length == new StringInfo(lines[1]).LengthInTextElements,
            TypeHead = head ?? DocumentLayout.Usual.TypeHead,
            TypeCell = cell ?? DocumentLayout.Usual.TypeCell,
            HasTightBlanks = Enumerable.Range(0, lines.Length).Any(i => lines[i] is Phrases.RowStart or Phrases.CellStart && !IsMargin(lines, i + 1)),
            LineEndsAtEnd = lines.Length - 1 - Array.FindLastIndex(lines, line => line.Length > 0),
        };
    }

    private static (string? Head, string? Cell) TypeCells(string[] lines)
    {
        string? head = null;
        string? cell = null;
        for (int i = 2; i < lines.Length; i++)
        {
            if (!IsMargin(lines, i))
                continue;
            if (lines[i].TrimEnd().EndsWith(Phrases.TypeColumn, StringComparison.Ordinal))
                head ??= Start(lines, i);
            else
                cell ??= Start(lines, i);
        }
        return (head, cell);
    }

    // A cell at the margin, below another cell.
    private static bool IsMargin(string[] lines, int at) =>
        at < lines.Length && lines[at].Length > 0 && lines[at][0] is not (' ' or '\t') && IsCell(lines[at - 1]);

    private static bool IsCell(string line) => line.StartsWith(Phrases.CellStart, StringComparison.Ordinal);

    // A blank third cell may stand above the one at the margin.
    private static string Start(string[] lines, int at)
    {
        string start = lines[at].StartsWith("- ", StringComparison.Ordinal) ? "- " : "";
        return lines[at - 1].TrimEnd() == Phrases.CellStart && IsCell(lines[at - 2]) ? lines[at - 1] + "\n" + start : start;
    }
}

namespace SesamTalk.Engine.Documents;

/// <summary>Recognises where a section begins, also where its heading is damaged, so that one fault does not make a hundred.</summary>
internal static class Headings
{
    /// <summary>Whether the cursor stands on a heading.</summary>
    public static bool Begins(LineCursor lines) =>
        !lines.AtEnd && !lines.IsBlank && (IsLine(lines.Following) || HasOpeningBelow(lines));

    /// <summary>Whether a line underlines the one above it.</summary>
    public static bool IsLine(ReadOnlySpan<char> line) =>
        line.Length >= 3 && line.Trim("-=~^*").IsEmpty;

    /// <summary>Whether a line underlines the one above it as the grammar wants it.</summary>
    public static bool IsDashes(ReadOnlySpan<char> line) => IsLine(line) && line.Trim('-').IsEmpty;

    /// <summary>Reports a paragraph that belongs to nothing, and goes on behind it.</summary>
    public static void SkipStray(LineCursor lines, FaultList faults)
    {
        faults.Add(DocumentFaults.Stray, lines);
        do
            lines.MoveNext();
        while (!lines.AtEnd && !lines.IsBlank && !Begins(lines));
    }

    private static bool HasOpeningBelow(LineCursor lines)
    {
        ReadOnlySpan<char> below = lines.Following;
        return lines.Text.Contains(Phrases.Between, StringComparison.Ordinal) && !IsOpening(lines.Text)
            && IsOpening(below);
    }

    private static bool IsOpening(ReadOnlySpan<char> line) =>
        line.StartsWith(Phrases.Before) || (line.StartsWith(Phrases.Every) && line.Contains(Phrases.WillBe, StringComparison.Ordinal));
}

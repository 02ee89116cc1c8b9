namespace SesamTalk.Engine.Documents;

/// <summary>Reads a section's heading and the sentence below it.</summary>
internal sealed class HeadingReader(LineCursor lines, FaultList faults)
{
    /// <summary>Reads both, with the cursor on the heading; <see langword="null"/> where it cannot be told what the section is about.</summary>
    public DocumentSection? Read()
    {
        int line = lines.Line;
        string heading = lines.Trimmed.ToString();
        CheckLine();
        ReadOnlySpan<char> opening = lines.Trimmed;
        if (TrySplit(heading, opening, out string source, out string target))
            return new DocumentSection(source, target, ReadOpening(source, target)) { Line = line };
        faults.Add(DocumentFaults.HeadingForm, line, 0, heading.Length);
        return null;
    }

    private void CheckLine()
    {
        bool underlined = Headings.IsLine(lines.Following);
        if (!Headings.IsDashes(lines.Following))
            faults.Add(DocumentFaults.HeadingLine, lines);
        lines.MoveNext();
        if (underlined)
            lines.MoveNext();
        lines.SkipBlankLines();
    }

    // A name may hold " to " itself: then the opening tells where the heading is to be cut.
    private static bool TrySplit(string heading, ReadOnlySpan<char> opening, out string source, out string target)
    {
        source = target = "";
        bool found = false;
        for (int at = heading.IndexOf(Phrases.Between, 1, StringComparison.Ordinal); at > 0; at = Next(heading, at))
        {
            string first = heading[..at];
            string second = heading[(at + Phrases.Between.Length)..];
            bool fits = Openings.Read(opening, first, second) is not null;
            if (fits || !found)
                (source, target) = (first, second);
            found = true;
            if (fits)
                break;
        }
        return found && !string.IsNullOrWhiteSpace(target);
    }

    private static int Next(string heading, int at) => heading.IndexOf(Phrases.Between, at + 1, StringComparison.Ordinal);

    private Opening ReadOpening(string source, string target)
    {
        Opening? opening = Openings.Read(lines.Trimmed, source, target);
        OpeningKind meant = lines.Text.StartsWith(Phrases.Before) ? OpeningKind.Before : OpeningKind.InWords;
        if (opening is null)
            Openings.Report(lines, faults, source, target);
        // A known sentence in the place of the opening: the opening is missing, and the sentence is still to be read.
        if (!Headings.Begins(lines) && !Sentences.IsKnown(lines.Trimmed))
            lines.MoveNext();
        return opening ?? new Opening(meant);
    }
}

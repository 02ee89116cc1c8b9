using System.Globalization;

namespace SesamTalk.Engine.Documents;

/// <summary>Reads what stands before the sections: title, time, introduction.</summary>
internal sealed class PreambleReader(LineCursor lines, FaultList faults)
{
    /// <summary>Reads the title; says no where it cannot be told what the document is about.</summary>
    public bool TryReadTitle(out string source, out string target)
    {
        lines.SkipBlankLines();
        int above = TakeLine();
        bool read = TrySplit(lines.Trimmed, out source, out target);
        if (read)
            CheckFrame(above);
        else
            faults.Add(DocumentFaults.NoTitle, lines.AtEnd ? 1 : lines.Line, 0, lines.Trimmed.Length);
        return read;
    }

    /// <summary>Reads the time at which the document was made.</summary>
    public DateTime ReadGenerated()
    {
        lines.SkipBlankLines();
        ReadOnlySpan<char> text = lines.Trimmed;
        bool begins = text.StartsWith(Phrases.Generated);
        ReadOnlySpan<char> time = begins ? text[Phrases.Generated.Length..] : [];
        if (!DateTime.TryParseExact(time, Phrases.GeneratedFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime generated))
            faults.Add(DocumentFaults.Generated, lines, begins ? Phrases.Generated.Length : 0);
        if (text.StartsWith(Phrases.Generated.AsSpan().TrimEnd(": ")))
            lines.MoveNext();
        return generated;
    }

    /// <summary>Reads the introduction, of which only the names of the systems vary.</summary>
    public void ReadIntroduction(string source, string target)
    {
        lines.SkipBlankLines();
        if (!TryReadHeading())
            return;
        lines.SkipBlankLines();
        string[] parts = [Phrases.IntroductionStart, source, Phrases.Between, target, Phrases.IntroductionEnd];
        int difference = Wording.Difference(lines.Trimmed, parts);
        if (difference >= 0)
            faults.Add(DocumentFaults.IntroductionText(string.Concat(parts)), lines, difference);
        if (!Headings.Begins(lines))
            lines.MoveNext();
    }

    private static bool TrySplit(ReadOnlySpan<char> title, out string source, out string target)
    {
        source = target = "";
        ReadOnlySpan<char> end = Phrases.TitleEnd;
        int between = title.IndexOf(Phrases.Between);
        if (between <= 0 || !title.EndsWith(end) || between + Phrases.Between.Length > title.Length - end.Length)
            return false;
        source = title[..between].ToString();
        target = title[(between + Phrases.Between.Length)..^end.Length].ToString();
        return !string.IsNullOrWhiteSpace(source);
    }

    private void CheckFrame(int above)
    {
        int line = lines.Line;
        int length = lines.Trimmed.Length;
        // Scripts that count letters and not UTF-16 units draw a shorter line under a title with rare letters.
        int letters = new StringInfo(lines.Trimmed.ToString()).LengthInTextElements;
        lines.MoveNext();
        int below = TakeLine();
        if ((above != length && above != letters) || below != above)
            faults.Add(DocumentFaults.TitleLine(length), line, 0, length);
    }

    // The length of a line of "="; 0 and no step where the cursor stands on another line.
    private int TakeLine()
    {
        ReadOnlySpan<char> text = lines.Trimmed;
        if (text.IsEmpty || !text.Trim('=').IsEmpty)
            return 0;
        int length = text.Length;
        lines.MoveNext();
        return length;
    }

    private bool TryReadHeading()
    {
        ReadOnlySpan<char> heading = lines.Trimmed;
        bool right = (heading is Phrases.Introduction or Phrases.Introduction + ".") && Headings.IsDashes(lines.Following);
        if (!right)
            faults.Add(DocumentFaults.IntroductionHeading, lines);
        if (!heading.StartsWith("Intro") && heading.IndexOf(Phrases.Between) >= 0)
            return heading.StartsWith(Phrases.IntroductionStart);
        lines.MoveNext();
        if (Headings.IsLine(lines.Trimmed))
            lines.MoveNext();
        return true;
    }
}

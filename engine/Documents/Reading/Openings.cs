namespace SesamTalk.Engine.Documents;

/// <summary>Reads the three kinds of sentences that a section can begin with.</summary>
internal static class Openings
{
    /// <summary>Adds the fault of a line that is no opening: where it differs from the one that it resembles, or that there is none.</summary>
    public static void Report(LineCursor lines, FaultList faults, string source, string target)
    {
        ReadOnlySpan<char> text = lines.Trimmed;
        int words = text.IndexOf(Phrases.InWords);
        if (words > 0)
            Report(lines, faults, words, Phrases.InWords, target, ".");
        else if (text.StartsWith(Phrases.Every) && text.IndexOf(Phrases.WillBe) > 0)
            Report(lines, faults, 0, Phrases.Every, source, Phrases.WillBe, target, ".");
        else if (text.StartsWith(Phrases.Before))
            Report(lines, faults, 0, Phrases.Before, source, Phrases.And, target, Phrases.MustBe);
        else
            faults.Add(DocumentFaults.NoOpening(source, target), lines);
    }

    private static void Report(LineCursor lines, FaultList faults, int from, params ReadOnlySpan<string> parts) =>
        faults.Add(DocumentFaults.Wording((from > 0 ? "{your own words}" : "") + string.Concat(parts)), lines, from + Wording.Difference(lines.Trimmed[from..], parts));

    /// <summary>What the sentence says, or <see langword="null"/> if it is no opening for these two.</summary>
    public static Opening? Read(ReadOnlySpan<char> text, string source, string target)
    {
        if (Wording.Is(text, Phrases.Every, source, Phrases.WillBe, target, "."))
            return new Opening(OpeningKind.Every);
        if (Wording.Is(text, Phrases.Before, source, Phrases.And, target, Phrases.MustBe))
            return new Opening(OpeningKind.Before);
        int words = text.IndexOf(Phrases.InWords);
        return words > 0 && Wording.Is(text[words..], Phrases.InWords, target, ".")
            ? new Opening(OpeningKind.InWords, text[..words].ToString())
            : null;
    }
}

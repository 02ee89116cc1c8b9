namespace SesamTalk.Engine.Documents;

/// <summary>Reads the three kinds of sentences that a section can begin with.</summary>
internal static class Openings
{
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

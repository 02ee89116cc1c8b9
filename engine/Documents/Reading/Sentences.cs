namespace SesamTalk.Engine.Documents;

/// <summary>The sentences of a section behind the opening, in the order in which they must stand.</summary>
internal enum Sentence
{
    /// <summary>None of them.</summary>
    None,

    /// <summary>What becomes of records that exist already.</summary>
    Match,

    /// <summary>On which other records creating depends.</summary>
    Connection,

    /// <summary>By which properties records are recognised.</summary>
    Merge,

    /// <summary>That a link keeps both in step.</summary>
    Once,

    /// <summary>That the property table follows.</summary>
    Following,
}

/// <summary>Tells the sentences of a section from each other by how they begin, so that one with a wrong name in it is still known.</summary>
internal static class Sentences
{
    public static bool IsKnown(ReadOnlySpan<char> text) => Of(text) != Sentence.None;

    public static Sentence Of(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(Phrases.OnceStart))
            return Sentence.Once;
        if (text.StartsWith(Phrases.FollowingStart))
            return Sentence.Following;
        if (text.StartsWith(Phrases.MatchStart))
            return Sentence.Match;
        if (text.StartsWith(Phrases.MergeStart) && text.IndexOf(Phrases.MergeMiddle) > 0)
            return Sentence.Merge;
        return text.StartsWith(Phrases.ConnectionStart) ? Sentence.Connection : Sentence.None;
    }
}

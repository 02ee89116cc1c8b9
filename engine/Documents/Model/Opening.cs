namespace SesamTalk.Engine.Documents;

/// <summary>The first sentence of a section.</summary>
/// <param name="Kind">Which of the three it is.</param>
/// <param name="Text">The author's own words, in <see cref="OpeningKind.InWords"/> only.</param>
internal sealed record Opening(OpeningKind Kind, string? Text = null);

/// <summary>When a section lets a target record be made.</summary>
internal enum OpeningKind
{
    /// <summary>For every source record.</summary>
    Every,

    /// <summary>Not before a link is there.</summary>
    Before,

    /// <summary>Under a condition that is told in words.</summary>
    InWords,
}

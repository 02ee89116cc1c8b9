namespace SesamTalk.Engine.Documents;

/// <summary>The two systems that a title names.</summary>
/// <param name="Source">The first.</param>
/// <param name="Target">The second; may be empty.</param>
internal readonly record struct DocumentTitle(string Source, string Target)
{
    /// <summary>The title as text.</summary>
    public override string ToString() => $"{Source}{Phrases.Between}{Target}";

    /// <summary>Cuts a title where a reader would; none where it names no two systems.</summary>
    public static DocumentTitle? Read(string title)
    {
        int between = title.IndexOf(Phrases.Between, StringComparison.Ordinal);
        return between > 0 && !string.IsNullOrWhiteSpace(title[..between]) && !title.AsSpan().ContainsAny('\n', '\r')
            ? new DocumentTitle(title[..between], title[(between + Phrases.Between.Length)..])
            : null;
    }
}

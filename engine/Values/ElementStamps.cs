namespace SesamTalk.Engine.Values;

/// <summary>The stamps of the elements of a list, those that were removed included (clause R11). Immutable.</summary>
/// <param name="marks">What is known of each element.</param>
internal sealed class ElementStamps(IReadOnlyList<ElementMark> marks)
{
    private readonly Dictionary<string, ElementMark> _byKey = marks.ToDictionary(mark => mark.Key, StringComparer.Ordinal);

    /// <summary>What is known of each element.</summary>
    public IReadOnlyList<ElementMark> Marks => marks;

    /// <summary>What is known of an element, if anything is.</summary>
    public ElementMark? Find(string key) => _byKey.GetValueOrDefault(key);
}

/// <summary>What is known of an element besides its values.</summary>
/// <param name="Key">The text of its key.</param>
/// <param name="Existence">The edit that added it, or that removed it.</param>
/// <param name="Properties">The stamps of its properties; none where it was removed.</param>
internal sealed record ElementMark(string Key, Stamp Existence, Stamp[]? Properties);

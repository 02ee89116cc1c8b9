using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Mapping;

/// <summary>An element of a list with its stamps, or what is known of one that was removed (clause R11).</summary>
/// <param name="Key">The text of its key.</param>
/// <param name="Values">Its values, by the shape of the elements; none where it was removed.</param>
/// <param name="Existence">The edit that added it, or that removed it.</param>
/// <param name="Stamps">The stamps of its values; empty where it was removed.</param>
internal sealed record Element(string Key, Value[]? Values, Stamp Existence, Stamp[] Stamps)
{
    /// <summary>Whether it was removed.</summary>
    public bool IsRemoved => Values is null;

    /// <summary>The greatest stamp of it: an edit of an element is later than a removal that came before it (clause D3).</summary>
    public Stamp Greatest(StampOrder order) => Stamps.Aggregate(Existence, order.Greater);

    /// <summary>The element once it was removed.</summary>
    public Element Removed(Stamp stamp) => new(Key, null, stamp, []);
}

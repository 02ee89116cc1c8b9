using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Observing;

/// <summary>
/// Compares a list that was read with the mirror, element by element (clauses O2, R11). Elements find each other by their keys, so
/// that another order of the same elements is no edit.
/// </summary>
/// <param name="list">The list.</param>
/// <param name="edit">The stamp of an edit of a generation.</param>
/// <param name="unsaid">The stamp of what nobody has said (clause O3a).</param>
internal sealed class ElementComparison(MappedList list, Func<int, Stamp> edit, Stamp unsaid)
{
    /// <summary>The stamp of a list that was never seen (clause O3a).</summary>
    public static Stamp AtFirstSight(MappedList list, Value value, Stamp full, Stamp empty) =>
        new ElementSet([.. list.Keyed(value).Select(it => Added(it.Key, [.. it.Values], full, empty))]).ToStamp(empty);

    /// <summary>The stamp of a known list after a read: the same where nothing is an edit.</summary>
    /// <param name="value">What was known.</param>
    /// <param name="stamp">Its stamp.</param>
    /// <param name="read">What was read.</param>
    /// <param name="rewritten">Whether what differs in an element is how the system rewrote it (clause O6).</param>
    public Stamp Update(Value value, Stamp stamp, Value read, bool rewritten)
    {
        var known = ElementSet.Of(list, value, stamp);
        var now = list.Keyed(read).ConvertAll(it => Compare(known.Find(it.Key), it.Key, [.. it.Values], rewritten));
        var there = now.Select(element => element.Key).ToHashSet(StringComparer.Ordinal);
        now.AddRange(known.Elements.Where(element => !there.Contains(element.Key)).Select(Gone));
        return now.Count == known.Elements.Count && now.TrueForAll(element => known.Find(element.Key) is { } before && IsSame(before, element))
            ? stamp
            : new ElementSet(now).ToStamp(stamp);
    }

    private static bool IsSame(Element before, Element now) =>
        before.IsRemoved == now.IsRemoved && ReferenceEquals(before.Existence, now.Existence) && before.Stamps.AsSpan().SequenceEqual(now.Stamps);

    private static Element Added(string key, Value[] values, Stamp full, Stamp empty) =>
        new(key, values, full, [.. values.Select(value => CanonicalForm.IsEmpty(value) ? empty : full)]);

    private Element Compare(Element? known, string key, Value[] values, bool rewritten)
    {
        if (known is not { IsRemoved: false })
        {
            return Added(key, values, edit((known?.Existence.Generation ?? -1) + 1), unsaid);
        }

        var stamps = known.Stamps;
        for (var i = 0; i < values.Length && !rewritten; i++)
        {
            if (i != list.OwnKey && !list.Element.Forms[i].Same(known.Values![i], values[i]))
            {
                stamps = ReferenceEquals(stamps, known.Stamps) ? (Stamp[])stamps.Clone() : stamps;
                stamps[i] = edit(GenerationAfter(known.Stamps, i));
            }
        }

        return known with { Values = values, Stamps = stamps };
    }

    private Element Gone(Element known) => known.IsRemoved
        ? known
        : known.Removed(edit(known.Stamps.Append(known.Existence).Max(stamp => stamp.Generation) + 1));

    // One more than the greatest among the property and those that share its values or a row with it (O3).
    private int GenerationAfter(Stamp[] stamps, int property) =>
        list.Element.Fellows[property].Max(place => stamps[place].Generation) + 1;
}

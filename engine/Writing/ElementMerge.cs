using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Writing;

/// <summary>
/// Makes one wish of several for the same list, element by element and property by property (clauses W1, R11): each flow wants its own
/// changes, and none of them is to wait for another round.
/// </summary>
internal static class ElementMerge
{
    /// <summary>The one wish.</summary>
    /// <param name="list">The list.</param>
    /// <param name="value">What it holds.</param>
    /// <param name="stamp">Its stamp.</param>
    /// <param name="wishes">The wishes; at least one.</param>
    public static Wish Of(MappedList list, Value value, Stamp stamp, IReadOnlyList<Wish> wishes)
    {
        if (wishes.Count == 1)
        {
            return wishes[0].Stamp.Elements is null ? Completed(list, value, stamp, wishes[0]) : wishes[0];
        }

        var inOrder = wishes.OrderBy(wish => wish.Flow.Name, StringComparer.Ordinal).ThenBy(wish => wish.Row.Number).ToList();
        var merged = ElementSet.Of(list, value, stamp);
        foreach (var wish in inOrder)
        {
            var wanted = ElementSet.Of(list, wish.Value, wish.Stamp);
            merged = wanted.Elements.Aggregate(merged, (set, element) => set.With(Merged(wish.Row.Order, set.Find(element.Key), element)));
        }

        return inOrder[0] with { Value = merged.ToValue(), Stamp = merged.ToStamp(stamp) };
    }

    // A wish for the list as a whole: what it has not is removed.
    private static Wish Completed(MappedList list, Value value, Stamp stamp, Wish wish)
    {
        var wanted = ElementSet.Of(list, wish.Value, wish.Stamp);
        var removed = ElementSet.Of(list, value, stamp).Elements
            .Where(element => wanted.Find(element.Key) is null)
            .Select(element => element.IsRemoved ? element : element.Removed(wish.Stamp));
        return wish with { Stamp = new ElementSet([.. wanted.Elements, .. removed]).ToStamp(wish.Stamp) };
    }

    private static Element Merged(StampOrder order, Element? one, Element other)
    {
        if (one is null)
        {
            return other;
        }

        if (one.IsRemoved || other.IsRemoved)
        {
            return GoesBefore(order, other.Greatest(order), one.Greatest(order)) ? other : one;
        }

        var (values, stamps) = ((Value[])one.Values!.Clone(), (Stamp[])one.Stamps.Clone());
        for (var i = 0; i < stamps.Length; i++)
        {
            if (GoesBefore(order, other.Stamps[i], stamps[i]))
            {
                (values[i], stamps[i]) = (other.Values![i], other.Stamps[i]);
            }
        }

        return one with { Values = values, Stamps = stamps, Existence = order.Greater(one.Existence, other.Existence) };
    }

    private static bool GoesBefore(StampOrder order, Stamp one, Stamp other) =>
        one.IsSameEdit(other) ? one.Hops < other.Hops : order.Beats(one, other);
}

using System.Collections.Immutable;
using SesamTalk.Engine.Formatting.Layouts;

namespace SesamTalk.Engine.Formatting.Printing;

/// <summary>
/// Decides what stands on one line. What is in braces or brackets stays there as long as it fits; so do rows, sides and match rules,
/// however they were written. A table, and what holds comments or text of several lines, takes lines of its own.
/// </summary>
internal static class LineForms
{
    /// <summary>How many columns a line may have; comments behind it, and the blanks that bring columns in line, do not count.</summary>
    public const int Widest = 160;

    /// <summary>A block with all that is in it.</summary>
    /// <param name="block">The block.</param>
    /// <param name="indentation">Its indentation.</param>
    public static LayoutCollection Of(LayoutCollection block, int indentation) =>
        block with { IsInBrackets = false, Entries = [.. block.Entries.Select(entry => Of(entry, indentation))] };

    private static LayoutEntry Of(LayoutEntry entry, int indentation)
    {
        if (entry.Value is not LayoutCollection collection)
        {
            return entry;
        }

        if (collection.Entries.IsEmpty)
        {
            return entry with { Before = [.. entry.Before, .. collection.Last], Value = collection with { Last = [] } };
        }

        var head = indentation + (entry.Key is { } key ? LineText.Key(key).Length : 0) + 2;
        if ((collection.IsInBrackets || collection.IsCompact) && FitsOnLine(collection, Widest - head))
        {
            return entry with { Value = collection with { IsInBrackets = true } };
        }

        var broken = Broken(entry with { Value = Of(collection, indentation + 2) }, hasInner: !IsOnLine(collection));
        return broken.Key is null ? Lifted(broken) : broken;
    }

    // What stood behind the closing bracket ends the block, where it holds comments itself: so they stay in order.
    private static LayoutEntry Broken(LayoutEntry entry, bool hasInner) =>
        hasInner && entry.Behind is { } behind && entry.Block is { } block && behind.At > entry.Value.Begin
            ? entry with { Behind = null, Value = block with { Last = [.. block.Last, behind] } }
            : entry;

    private static bool FitsOnLine(LayoutCollection collection, int width) => IsOnLine(collection) && LineText.Of(collection).Length <= width;

    private static bool IsOnLine(LayoutNode node) => node switch
    {
        LayoutScalar scalar => !scalar.HasLines,
        LayoutCollection collection => collection.Last.IsEmpty && !(collection.IsTable && !collection.Entries.IsEmpty) && collection.Entries.All(IsOnLine),
        _ => false,
    };

    private static bool IsOnLine(LayoutEntry entry) => entry.Before.IsEmpty && entry.Behind is null && IsOnLine(entry.Value);

    // The first key of an item stands on the line of its dash: what is said of either stands before both.
    private static LayoutEntry Lifted(LayoutEntry item)
    {
        var block = item.Block!;
        var first = block.Entries[0];
        ImmutableArray<Comment> own = item.Behind is { } behind ? [.. item.Before, behind] : item.Before;
        return item with
        {
            Before = [.. own, .. first.Before],
            Behind = null,
            IsApart = item.IsApart || (!first.Before.IsEmpty && first.IsApart),
            Value = block with { Entries = block.Entries.SetItem(0, first with { Before = [], IsApart = false }) },
        };
    }
}

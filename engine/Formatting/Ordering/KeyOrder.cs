using System.Collections.Immutable;
using SesamTalk.Engine.Formatting.Layouts;

namespace SesamTalk.Engine.Formatting.Ordering;

/// <summary>
/// Brings keys into the order of the schema. Names that authors choose (systems, entities, properties, entries of a look-up) keep the
/// order in which they stand.
/// </summary>
internal static class KeyOrder
{
    private const string Row = "row";
    private static readonly ImmutableHashSet<string> OnOneLine = [Row, "side", "rule"];

    /// <summary>A node with its keys in order, and told which of its parts stand in tables and on one line.</summary>
    public static LayoutNode Of(LayoutNode node, KeySchema? schema) =>
        node is LayoutCollection collection && schema is not null ? Of(collection, schema, isInRow: false) : node;

    private static LayoutCollection Of(LayoutCollection collection, KeySchema schema, bool isInRow)
    {
        var isCompact = isInRow || (schema.Name is { } name && OnOneLine.Contains(name));
        var inner = isInRow || schema.Name == Row;
        return collection.IsMapping ? Mapping(collection, schema, inner) with { IsCompact = isCompact } : List(collection, schema, inner) with { IsCompact = isCompact };
    }

    private static LayoutCollection List(LayoutCollection list, KeySchema schema, bool isInRow)
    {
        var items = schema.Items;
        var isTable = items?.Name == Row;
        return list with { IsTable = isTable, Entries = [.. list.Entries.Select(entry => With(entry, items, isInRow && !isTable))] };
    }

    private static LayoutCollection Mapping(LayoutCollection mapping, KeySchema schema, bool isInRow)
    {
        string[] keys = [.. mapping.Entries.Select(entry => entry.Key!.Text)];
        var table = schema.Keys(keys);
        ImmutableArray<LayoutEntry> entries = [.. mapping.Entries.Select(entry => With(entry, table.Under(entry.Key!.Text) ?? schema.Unnamed, isInRow))];
        return mapping with { Entries = keys.All(table.Has) ? [.. entries.OrderBy(entry => table.PlaceOf(entry.Key!.Text))] : entries };
    }

    private static LayoutEntry With(LayoutEntry entry, KeySchema? schema, bool isInRow) =>
        entry.Value is LayoutCollection collection && schema is not null ? entry with { Value = Of(collection, schema, isInRow) } : entry;
}

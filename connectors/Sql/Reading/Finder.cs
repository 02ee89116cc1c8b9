using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Cells;
using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Sql.Reading;

/// <summary>Plans look-ups.</summary>
internal static class Finder
{
    /// <summary>How many keys one statement asks for.</summary>
    public const int MostKeys = 256;

    /// <summary>The records of some keys, at most <see cref="MostKeys"/>.</summary>
    public static ScanPlan ByKeys(Session session, ReadRequest request, ReadOnlyMemory<string> keys)
    {
        var source = session.SourceOf(request.Entity);
        var selection = new Selection(request.Entity, request.Shape, source);

        // A few statements for all numbers of keys; what is too many asks for the last key again.
        var places = keys.Length == 1 ? 1 : keys.Length <= 16 ? 16 : MostKeys;
        var parameters = string.Join(", ", Enumerable.Repeat('?', places));
        return new ScanPlan(
            $"{selection.Select} WHERE {Names.Row}.{source.Key.Quoted} IN ({parameters})",
            rows =>
            {
                for (var i = 0; i < places; i++)
                {
                    KeyCell.Bind(rows, i + 1, selection.Key, keys.Span[Math.Min(i, keys.Length - 1)]);
                }
            },
            selection,
            new RecordReader(selection, session.Settings.TimeZone),
            null);
    }

    /// <summary>The records with the given values.</summary>
    public static ScanPlan ByValues(Session session, ReadRequest request, IReadOnlyList<PropertyDescription> properties, IReadOnlyList<Value> values)
    {
        var source = session.SourceOf(request.Entity);
        var selection = new Selection(request.Entity, request.Shape, source);
        var formats = properties.Select(property => session.FormatOf(source, property)).ToList();
        return new ScanPlan(
            $"{selection.Select} WHERE {string.Join(" AND ", properties.Select((property, i) => Condition(source[property], i + 1)))}",
            rows =>
            {
                for (var i = 0; i < values.Count; i++)
                {
                    CellWriter.Bind(rows, i + 1, values[i], formats[i], session.Settings.TimeZone);
                }
            },
            selection,
            new RecordReader(selection, session.Settings.TimeZone),
            null);
    }

    // By the column's own collation, for its index; and exactly.
    private static string Condition(Column column, int parameter)
    {
        var cell = $"{Names.Row}.{column.Quoted}";
        return $"{cell} IS ?{parameter} AND {cell} IS ?{parameter} COLLATE BINARY";
    }
}

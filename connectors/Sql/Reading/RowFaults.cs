using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Sqlite;
using SQLitePCL;

namespace SesamTalk.Connectors.Sql.Reading;

/// <summary>What is wrong with a row, in plain words.</summary>
internal static class RowFaults
{
    private const int MostShown = 60;

    /// <summary>The key is missing or is not of its type.</summary>
    public static RecordFault OfKey(Statement row, Selection selection)
    {
        var path = selection.Key.Path;
        return row.IsNull(0) || row.Bytes(0).IsEmpty
            ? new RecordFault(null, path, $"a record of {selection.Entity.Name} has no '{path}', which is its key{Neighbours(row, selection)}")
            : new RecordFault(null, path, $"the key {Expected(selection.Key, row, 0)}");
    }

    /// <summary>A cell is not of its type.</summary>
    public static RecordFault OfCell(Statement row, int column, string key, PropertyDescription property) =>
        new(key, property.Path, Expected(property, row, column));

    /// <summary>A key is there more than once.</summary>
    public static RecordFault OfSecond(string key, Selection selection) =>
        new(key, selection.Key.Path, $"'{selection.Key.Path}' should be different in every record, but the database holds '{key}' more than once; the first counts");

    // What else the row holds, so that a person can find it.
    private static string Neighbours(Statement row, Selection selection)
    {
        for (var i = 0; i < selection.Shape.Count; i++)
        {
            if (selection.ColumnOf(i) is var column && column >= 0 && selection.Shape.Properties[i].Path != selection.Key.Path && row.TypeOf(column) == raw.SQLITE_TEXT)
            {
                return $" ('{selection.Shape.Properties[i].Path}' is {Shown(row, column)})";
            }
        }

        return string.Empty;
    }

    private static string Expected(PropertyDescription property, Statement row, int column) =>
        $"'{property.Path}' should be {Name(property.Type)}, but the database holds {Shown(row, column)}";

    private static string Name(PropertyType type) => type switch
    {
        PropertyType.String => "text",
        PropertyType.Integer => "a whole number",
        PropertyType.Decimal => "a number",
        PropertyType.Boolean => "true or false (1 or 0)",
        PropertyType.Date => "a date such as 2026-01-31",
        PropertyType.DateTime => "a date and time such as 2026-01-31T12:00:00Z",
        PropertyType.List => "a list, which no column holds",
        _ => "a value",
    };

    private static string Shown(Statement row, int column) => row.TypeOf(column) switch
    {
        raw.SQLITE_TEXT when !System.Text.Unicode.Utf8.IsValid(row.Bytes(column)) => $"{Bytes(row, column)} that are not text in UTF-8",
        raw.SQLITE_TEXT => $"the text '{Excerpt(row.Text(column))}'",
        raw.SQLITE_INTEGER => $"the number {row.Long(column).ToString(CultureInfo.InvariantCulture)}",
        raw.SQLITE_FLOAT => $"the number {row.Double(column).ToString("R", CultureInfo.InvariantCulture)}",
        raw.SQLITE_NULL => "nothing",
        _ => Bytes(row, column),
    };

    private static string Bytes(Statement row, int column) =>
        row.Bytes(column).Length.ToString(CultureInfo.InvariantCulture) + (row.Bytes(column).Length == 1 ? " byte" : " bytes");

    private static string Excerpt(string text) => text.Length <= MostShown ? text : text[..MostShown] + "...";
}

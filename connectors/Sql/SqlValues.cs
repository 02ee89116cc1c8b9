using System.Globalization;
using SesamTalk.Connectors.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql;

/// <summary>Values between SQLite's cells and the described types.</summary>
internal static class SqlValues
{
    private const int IntegerCell = 1;
    private const int RealCell = 2;
    private const int TextCell = 3;
    private const int NullCell = 5;

    /// <summary>How instants are written.</summary>
    public const string InstantFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private const DateTimeStyles AsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>Reads a cell.</summary>
    /// <returns>Whether it holds a value of that type.</returns>
    public static bool TryRead(Statement row, int column, PropertyType type, out Value value)
    {
        var cell = row.TypeOf(column);
        Value? read = (cell, type) switch
        {
            (NullCell, _) => Value.None,
            (TextCell, PropertyType.String or PropertyType.Any or PropertyType.Reference) => Value.Text(row.Text(column)),
            (IntegerCell, PropertyType.Integer or PropertyType.Any or PropertyType.Reference) => Value.Integer(row.Long(column)),
            (IntegerCell, PropertyType.Decimal) => Value.Decimal(row.Long(column)),
            (IntegerCell, PropertyType.Boolean) => Truth(row.Long(column)),
            (IntegerCell, PropertyType.DateTime) => Value.DateTime(DateTime.UnixEpoch.AddMilliseconds(row.Long(column))),
            (RealCell, PropertyType.Decimal or PropertyType.Any) => Number(row.Double(column)),
            (RealCell, PropertyType.Integer) => Whole(row.Double(column)),
            (TextCell, PropertyType.Integer) => Whole(row.Text(column)),
            (TextCell, PropertyType.Decimal) => Number(row.Text(column)),
            (TextCell, PropertyType.Date) => Date(row.Text(column)),
            (TextCell, PropertyType.DateTime) => Instant(row.Text(column)),
            (IntegerCell or RealCell, PropertyType.String) => Value.Text(row.Text(column)),
            _ => null,
        };
        value = read ?? Value.None;
        return read is not null;
    }

    /// <summary>Binds a value. A number goes as text: the column's affinity makes a number of it that loses nothing.</summary>
    public static void Bind(Statement statement, int parameter, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.None: statement.BindNull(parameter); break;
            case ValueKind.Integer: statement.Bind(parameter, value.AsInteger); break;
            case ValueKind.Boolean: statement.Bind(parameter, value.AsBoolean ? 1 : 0); break;
            case ValueKind.DateTime: statement.Bind(parameter, value.AsDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture)); break;
            default: statement.Bind(parameter, value.ToString()); break;
        }
    }

    /// <summary>The instant that a text says; none if it says none. A text without a zone is UTC.</summary>
    public static DateTime? InstantOf(string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, AsUtc, out var instant) && text.Length >= "2024-01-01".Length ? instant : null;

    private static Value? Truth(long number) => number is 0 or 1 ? Value.Boolean(number == 1) : null;

    private static Value? Whole(double number) => number == Math.Truncate(number) && Math.Abs(number) < long.MaxValue ? Value.Integer((long)number) : null;

    private static Value? Whole(string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Value.Integer(number) : null;

    private static Value? Number(double number) => Math.Abs(number) < (double)decimal.MaxValue ? Value.Decimal((decimal)number) : null;

    private static Value? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Value.Decimal(number) : null;

    private static Value? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Value.Date(date) : null;

    private static Value? Instant(string text) => InstantOf(text) is { } instant ? Value.DateTime(instant) : null;
}

using System.Globalization;
using System.Text.Unicode;
using SesamTalk.Connectors.Values;
using SesamTalk.Sqlite;
using SQLitePCL;

namespace SesamTalk.Connectors.Sql.Cells;

/// <summary>Reads a cell as the type that the description gives its column. SQLite itself keeps anything anywhere.</summary>
internal static class CellReader
{
    /// <summary>Reads a cell; <see langword="false"/> where it holds something that is not of the type.</summary>
    public static bool TryRead(Statement row, int column, PropertyType type, TimeZoneInfo zone, out Value value)
    {
        value = Value.None;
        return row.TypeOf(column) switch
        {
            raw.SQLITE_NULL => true,
            raw.SQLITE_TEXT => TryText(row.Bytes(column), type, zone, out value),
            raw.SQLITE_INTEGER => TryInteger(row.Long(column), type, out value),
            raw.SQLITE_FLOAT => TryFloat(row.Double(column), type, out value),
            _ => false,
        };
    }

    private static bool TryText(ReadOnlySpan<byte> text, PropertyType type, TimeZoneInfo zone, out Value value)
    {
        value = Value.None;
        if (type is PropertyType.String or PropertyType.Any or PropertyType.Reference)
        {
            return Text.TryRead(text, out value);
        }

        text = text.Trim(" \t\r\n"u8);
        return text.IsEmpty || type switch
        {
            PropertyType.Integer => Numbers.TryInteger(text, out value),
            PropertyType.Decimal => Numbers.TryDecimal(text, out value),
            PropertyType.Boolean => Text.TryBoolean(text, out value),
            PropertyType.Date => Text.TryDate(text, out value),
            PropertyType.DateTime => Text.TryInstant(text, zone, out value),
            _ => false,
        };
    }

    private static bool TryInteger(long number, PropertyType type, out Value value)
    {
        value = type switch
        {
            PropertyType.String => Value.Text(number.ToString(CultureInfo.InvariantCulture)),
            PropertyType.Decimal => Value.Decimal(number),
            PropertyType.Boolean when number is 0 or 1 => Value.Boolean(number == 1),
            PropertyType.DateTime => Numbers.Instant(number),
            PropertyType.Integer or PropertyType.Any or PropertyType.Reference => Value.Integer(number),
            _ => Value.None,
        };
        return !value.IsNone;
    }

    private static bool TryFloat(double number, PropertyType type, out Value value)
    {
        value = Value.None;
        return type switch
        {
            PropertyType.Decimal or PropertyType.Any => Numbers.TryDecimal(number, out value),
            PropertyType.Integer => Numbers.TryInteger(number, out value),
            PropertyType.Boolean when number is 0 or 1 => TryInteger((long)number, type, out value),
            PropertyType.String => Text.TryRead(number, out value),
            _ => false,
        };
    }

    private static class Text
    {
        // Wrong bytes are told rather than replaced: a replacement would travel to every other system.
        public static bool TryRead(ReadOnlySpan<byte> text, out Value value)
        {
            var isText = Utf8.IsValid(text);
            value = isText ? Value.Text(System.Text.Encoding.UTF8.GetString(text)) : Value.None;
            return isText;
        }

        public static bool TryRead(double number, out Value value)
        {
            value = Value.Text(number.ToString("R", CultureInfo.InvariantCulture));
            return true;
        }

        public static bool TryBoolean(ReadOnlySpan<byte> text, out Value value)
        {
            var isTrue = text.SequenceEqual("1"u8) || System.Text.Ascii.EqualsIgnoreCase(text, "true"u8);
            value = Value.Boolean(isTrue);
            return isTrue || text.SequenceEqual("0"u8) || System.Text.Ascii.EqualsIgnoreCase(text, "false"u8);
        }

        // A date that is kept with a time of day is the date that is written there.
        public static bool TryDate(ReadOnlySpan<byte> text, out Value value)
        {
            var isDate = IsoInstant.TryParse(text, out var instant);
            value = isDate ? Value.Date(DateOnly.FromDateTime(instant.Clock)) : Value.None;
            return isDate;
        }

        public static bool TryInstant(ReadOnlySpan<byte> text, TimeZoneInfo zone, out Value value)
        {
            var isInstant = IsoInstant.TryParse(text, out var instant);
            value = isInstant ? Value.DateTime(instant.ToUtc(zone)) : Value.None;
            return isInstant;
        }
    }
}

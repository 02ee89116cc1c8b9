using System.Globalization;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;

namespace SesamTalk.Engine.Mapping;

/// <summary>Puts a value into the type of a property, where that loses nothing.</summary>
internal static class Coercion
{
    /// <summary>The value in that type; <see langword="false"/> where it has no equal there.</summary>
    public static bool TryCoerce(Value value, PropertyType type, out Value coerced)
    {
        coerced = value;
        if (value.IsNone)
        {
            return true;
        }

        var result = type switch
        {
            PropertyType.String => Value.Text(value.ToString()),
            PropertyType.Integer => ToInteger(value),
            PropertyType.Decimal => ToDecimal(value),
            PropertyType.Boolean => ToBoolean(value),
            PropertyType.Date => ToDate(value),
            PropertyType.DateTime => ToDateTime(value),
            _ => value,
        };
        coerced = result ?? Value.None;
        return result is not null;
    }

    private static Value? ToInteger(Value value) => value.Kind switch
    {
        ValueKind.Integer => value,
        ValueKind.Decimal when IsWhole(value.AsDecimal) => Value.Integer((long)value.AsDecimal),
        ValueKind.Text when long.TryParse(value.AsText, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => Value.Integer(number),
        ValueKind.Text when string.IsNullOrWhiteSpace(value.AsText) => Value.None,
        _ => null,
    };

    private static Value? ToDecimal(Value value) => value.Kind switch
    {
        ValueKind.Decimal => value,
        ValueKind.Integer => Value.Decimal(value.AsInteger),
        ValueKind.Text when Numerals.Read(value.AsText.Trim()) is { } number => Value.Decimal(number),
        ValueKind.Text when string.IsNullOrWhiteSpace(value.AsText) => Value.None,
        _ => null,
    };

    private static Value? ToBoolean(Value value) => value.Kind switch
    {
        ValueKind.Boolean => value,
        ValueKind.Integer when value.AsInteger is 0 or 1 => Value.Boolean(value.AsInteger == 1),
        ValueKind.Text when bool.TryParse(value.AsText, out var truth) => Value.Boolean(truth),
        _ => null,
    };

    private static Value? ToDate(Value value) => value.Kind switch
    {
        ValueKind.Date => value,
        ValueKind.DateTime when value.AsDateTime.TimeOfDay == TimeSpan.Zero => Value.Date(DateOnly.FromDateTime(value.AsDateTime)),
        ValueKind.Text when DateOnly.TryParseExact(value.AsText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => Value.Date(date),
        _ => null,
    };

    private static Value? ToDateTime(Value value) => value.Kind switch
    {
        ValueKind.DateTime => value,
        ValueKind.Date => Value.DateTime(value.AsDate.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)),
        _ => null,
    };

    private static bool IsWhole(decimal number) =>
        number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue;
}

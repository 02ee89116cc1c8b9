using System.Globalization;
using System.Text;
using System.Text.Json;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Values;

/// <summary>Reads single values of JSON, each by the type and the form of its property.</summary>
internal static class ValueReader
{
    private const NumberStyles DecimalStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads the value at which the reader stands; <see langword="false"/> where it is not of that type.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, PropertyType type, ValueForm form, out Value value)
    {
        value = Value.None;
        return reader.TokenType switch
        {
            JsonTokenType.Null => true,
            JsonTokenType.String => JsonText.Of(ref reader) is { } text && TryText(text, type, form, out value),
            JsonTokenType.Number => TryNumber(ref reader, type, form, out value),
            JsonTokenType.True => TryTruth(true, type, out value),
            JsonTokenType.False => TryTruth(false, type, out value),
            _ => false,
        };
    }

    private static bool TryText(string text, PropertyType type, ValueForm form, out Value value)
    {
        text = form.Trims ? text.Trim() : text;
        value = Value.None;
        return form.None.Contains(text) || type switch
        {
            PropertyType.Integer => text.Length == 0 || Integer(text, out value),
            PropertyType.Decimal => text.Length == 0 || Decimal(text, out value),
            PropertyType.Boolean => text.Length == 0 || Truth(text, out value),
            PropertyType.Date => text.Length == 0 || Date(text, form, out value),
            PropertyType.DateTime => text.Length == 0 || Instant(text, form, out value),
            PropertyType.List => false,
            _ => Text(text, form, out value),
        };
    }

    private static bool Text(string text, ValueForm form, out Value value)
    {
        value = text.Length == 0 && form.Empty == EmptyForm.Text ? Value.None : Value.Text(text);
        return true;
    }

    private static bool Integer(string text, out Value value)
    {
        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        value = isNumber ? Value.Integer(number) : Value.None;
        return isNumber;
    }

    private static bool Decimal(string text, out Value value)
    {
        var isNumber = decimal.TryParse(text, DecimalStyle, CultureInfo.InvariantCulture, out var number);
        value = isNumber ? Value.Decimal(number) : Value.None;
        return isNumber;
    }

    private static bool Truth(string text, out Value value)
    {
        value = text is "true" or "True" or "1" ? Value.Boolean(true) : text is "false" or "False" or "0" ? Value.Boolean(false) : Value.None;
        return !value.IsNone;
    }

    private static bool Date(string text, ValueForm form, out Value value)
    {
        value = DateMilliseconds.TryRead(text, out var instant) ? Value.Date(DateOnly.FromDateTime(instant))
            : IsoText.TryDate(text, out var date) ? Value.Date(date)
            : Value.None;
        return !value.IsNone;
    }

    private static bool Instant(string text, ValueForm form, out Value value)
    {
        var isInstant = InstantText.TryRead(text, form, out var utc);
        value = isInstant ? Value.DateTime(utc) : Value.None;
        return isInstant;
    }

    private static bool TryNumber(ref Utf8JsonReader reader, PropertyType type, ValueForm form, out Value value)
    {
        value = type switch
        {
            PropertyType.Integer => Integer(ref reader),
            PropertyType.Decimal => reader.TryGetDecimal(out var number) ? Value.Decimal(number) : Value.None,
            PropertyType.DateTime => reader.TryGetInt64(out var since) && InstantText.TryNumber(since, form, out var utc) ? Value.DateTime(utc) : Value.None,
            PropertyType.Boolean => reader.TryGetInt64(out var bit) && bit is 0 or 1 ? Value.Boolean(bit == 1) : Value.None,
            PropertyType.Any => reader.TryGetInt64(out var whole) ? Value.Integer(whole) : reader.TryGetDecimal(out var any) ? Value.Decimal(any) : Value.None,
            PropertyType.String or PropertyType.Reference => Value.Text(Encoding.UTF8.GetString(reader.ValueSpan)),
            _ => Value.None,
        };
        return !value.IsNone;
    }

    // 3.0 is a whole number too.
    private static Value Integer(ref Utf8JsonReader reader) =>
        reader.TryGetInt64(out var number) ? Value.Integer(number)
        : reader.TryGetDecimal(out var other) && decimal.Truncate(other) == other && other is >= long.MinValue and <= long.MaxValue ? Value.Integer((long)other)
        : Value.None;

    private static bool TryTruth(bool truth, PropertyType type, out Value value)
    {
        value = type switch
        {
            PropertyType.Boolean or PropertyType.Any => Value.Boolean(truth),
            PropertyType.Integer => Value.Integer(truth ? 1 : 0),
            PropertyType.String or PropertyType.Reference => Value.Text(truth ? "true" : "false"),
            _ => Value.None,
        };
        return !value.IsNone;
    }
}

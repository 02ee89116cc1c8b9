using System.Globalization;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Reads values out of what authors write.</summary>
internal static class ValueText
{
    /// <summary>The value of that type, or <see langword="null"/> if the text is none.</summary>
    public static Value? Read(string text, PropertyType type) => type switch
    {
        PropertyType.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i) ? Value.Integer(i) : null,
        PropertyType.Decimal => Decimal(text),
        PropertyType.Boolean => text is "true" or "false" ? Value.Boolean(text == "true") : null,
        PropertyType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? Value.Date(d) : null,
        PropertyType.DateTime or PropertyType.List => null,
        _ => Value.Text(text),
    };

    /// <summary>The decimal number, or <see langword="null"/> if the text is none.</summary>
    public static Value? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Value.Decimal(number)
            : null;
}

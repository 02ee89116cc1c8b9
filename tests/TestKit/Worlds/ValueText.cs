using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.TestKit.Worlds;

/// <summary>Values from text, by the type of their property. A text keeps its blanks; nothing at all is no value.</summary>
internal static class ValueText
{
    public static Value Read(EntityDescription entity, string property, string? text) => text switch
    {
        null => Value.None,
        _ when entity.Property(property) is { } description => Read(description.Type, text),
        _ => throw new ArgumentException($"'{property}' is not a property of {entity.Name}.", nameof(property)),
    };

    /// <summary>Reads <c>name: Anna, mail: anna@x.no</c>.</summary>
    public static (string Property, Value Value)[] ReadAll(EntityDescription entity, string text) =>
        [.. text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(": ", 2))
            .Select(pair => (pair[0], Read(entity, pair[0], pair[1])))];

    private static Value Read(PropertyType type, string text) => type switch
    {
        PropertyType.Integer => Value.Integer(long.Parse(text, CultureInfo.InvariantCulture)),
        PropertyType.Decimal => Value.Decimal(decimal.Parse(text, CultureInfo.InvariantCulture)),
        PropertyType.Boolean => Value.Boolean(bool.Parse(text)),
        PropertyType.Date => Value.Date(DateOnly.Parse(text, CultureInfo.InvariantCulture)),
        PropertyType.DateTime => Value.DateTime(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)),
        _ => Value.Text(text),
    };
}

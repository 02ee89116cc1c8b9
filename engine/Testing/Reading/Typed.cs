using System.Globalization;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Testing.Reading;

/// <summary>Reads scalars in the type of a property.</summary>
internal static class Typed
{
    /// <summary>The value; <see langword="null"/> where the text is none of that type.</summary>
    public static Value? Read(ScalarNode node, PropertyType type) => node.Kind == ScalarKind.Null ? Value.None : type switch
    {
        PropertyType.DateTime => Instant(node.Text),
        PropertyType.Any => Any(node),
        _ => ValueText.Read(node.Text, type),
    };

    /// <summary>The value in the type in which it is written.</summary>
    public static Value Any(ScalarNode node) => node.Kind switch
    {
        ScalarKind.Boolean => Value.Boolean(node.Truth),
        ScalarKind.Integer => Value.Integer(node.Integer),
        ScalarKind.Number => Value.Decimal(node.Number),
        ScalarKind.Null => Value.None,
        _ => Value.Text(node.Text),
    };

    /// <summary>What a type is called in a sentence.</summary>
    public static string WordsFor(PropertyType type) => type switch
    {
        PropertyType.Integer => "a whole number",
        PropertyType.Decimal => "a number",
        PropertyType.Boolean => "true or false",
        PropertyType.Date => "a date such as 2026-01-31",
        PropertyType.DateTime => "a time such as 2026-01-31T08:00:00Z",
        PropertyType.List => "a list",
        _ => "a text",
    };

    private static Value? Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && text.Contains('-', StringComparison.Ordinal)
            ? Value.DateTime(time.UtcDateTime)
            : null;
}

using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.TestKit.Worlds;

/// <summary>
/// Values from text, by the type of their property. A text keeps its blanks; nothing at all is no value. Elements are
/// <c>1/Bolt/5 | 2/Nut/</c>, in the order of their properties without the <c>id</c>, which is their place from 1.
/// </summary>
internal static class ValueText
{
    public static Value Read(EntityDescription entity, string property, string? text) => text switch
    {
        null => Value.None,
        _ when entity.Property(property) is { Elements: { } elements } => ReadElements(elements, text),
        _ when entity.Property(property) is { } description => Read(description.Type, text),
        _ => throw new ArgumentException($"'{property}' is not a property of {entity.Name}.", nameof(property)),
    };

    /// <summary>Reads <c>name: Anna, mail: anna@x.no</c>.</summary>
    public static (string Property, Value Value)[] ReadAll(EntityDescription entity, string text) =>
        [.. text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(": ", 2))
            .Select(pair => (pair[0], Read(entity, pair[0], pair[1])))];

    /// <summary>Elements as text, as <see cref="Read(EntityDescription, string, string?)"/> reads them.</summary>
    public static string[] Show(Value list) => list.Kind == ValueKind.List
        ? [.. list.AsList.Select(element => string.Join('/', element.AsElement.Skip(1)))]
        : [];

    private static Value ReadElements(ElementsDescription elements, string text) =>
        Value.List([.. text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((line, place) => ReadElement(elements, line, place + 1))]);

    private static Value ReadElement(ElementsDescription elements, string line, long id)
    {
        var parts = line.Split('/');
        return Value.Element(
            [Value.Integer(id), .. elements.Properties.Skip(1).Select((property, i) => i < parts.Length && parts[i].Length > 0 ? Read(property.Type, parts[i]) : Value.None)]);
    }

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

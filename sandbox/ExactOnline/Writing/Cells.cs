using System.Globalization;
using System.Text.Json;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Writing;

/// <summary>Makes the cell of a table from a value of a body.</summary>
internal static class Cells
{
    /// <summary>The cell.</summary>
    /// <exception cref="ExactRefusalException">The value is of another kind than the field.</exception>
    public static object? Of(Field field, JsonElement value, ExactTime time) => (field.Type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        (FieldType.Text, JsonValueKind.String) => Padded(field, Short(field, value.GetString()!)),
        (FieldType.Guid, JsonValueKind.String) => Guid.TryParse(value.GetString(), out var guid) ? guid.ToString("D") : throw Wrong(field, value),
        (FieldType.Boolean, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (FieldType.Integer or FieldType.Long, JsonValueKind.Number) => value.TryGetInt64(out var whole) ? whole : throw Wrong(field, value),
        (FieldType.Integer or FieldType.Long, JsonValueKind.String) => long.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var whole) ? whole : throw Wrong(field, value),
        (FieldType.Decimal, JsonValueKind.Number) => value.GetRawText(),
        (FieldType.Decimal, JsonValueKind.String) => decimal.TryParse(value.GetString(), CultureInfo.InvariantCulture, out _) ? value.GetString() : throw Wrong(field, value),
        (FieldType.Date, JsonValueKind.String) => time.WallClock(value.GetString()!) is { } day ? ExactTime.Day(day) : throw Wrong(field, value),
        (FieldType.Instant, JsonValueKind.String) => time.WallClock(value.GetString()!) is { } moment ? time.Instant(moment) : throw Wrong(field, value),
        _ => throw Wrong(field, value),
    };

    private static string Padded(Field field, string text) => (field.PaddedLeft, field.PaddedRight) switch
    {
        ({ } width, _) when text.Length > 0 => text.Trim().PadLeft(width),
        (_, { } width) when text.Length > 0 => text.TrimEnd().PadRight(width),
        _ => text,
    };

    private static string Short(Field field, string text) =>
        text.Length <= (field.MaxLength ?? int.MaxValue) ? text : throw ExactRefusalException.Rule($"Maximum length exceeded: {field.Name} ({field.MaxLength}).");

    private static ExactRefusalException Wrong(Field field, JsonElement value) =>
        ExactRefusalException.Malformed($"Error in converting '{value.GetRawText()}' for property '{field.Name}'.");
}

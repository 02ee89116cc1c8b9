using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.PlainRest;

/// <summary>Between rows and JSON in its plainest form: nested objects, ISO dates with an offset.</summary>
internal static class PlainForm
{
    /// <summary>Writes a row as one object.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<Field> fields, object?[] row)
    {
        json.WriteStartObject();
        NestedJson.Write(json, fields, row, WriteValue);
        json.WriteEndObject();
    }

    /// <summary>The cells that a body names. Read-only properties are passed over.</summary>
    /// <exception cref="PlainRefusalException">The body is not understood.</exception>
    public static Dictionary<string, object?> Read(Request request, EntityTable table)
    {
        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Cells(document.RootElement, table)
                : throw new PlainRefusalException(400, "The body must be an object.");
        }
        catch (JsonException malformed)
        {
            throw new PlainRefusalException(400, malformed.Message);
        }
    }

    private static Dictionary<string, object?> Cells(JsonElement body, EntityTable table)
    {
        var cells = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (path, value) in NestedJson.Flatten(body))
        {
            var fields = table.Fields.Where(field => field.Name == path || (value.ValueKind == JsonValueKind.Null && field.Name.StartsWith(path + ".", StringComparison.Ordinal))).ToArray();
            if (fields.Length == 0)
            {
                throw new PlainRefusalException(400, $"There is no property '{path}'.");
            }

            foreach (var field in fields.Where(field => field.Is("write")))
            {
                cells[field.Name] = Cell(field, value);
            }
        }

        return cells;
    }

    private static object? Cell(Field field, JsonElement value) => (field.Type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        (FieldType.Text, JsonValueKind.String) when value.GetString()!.Length <= (field.MaxLength ?? int.MaxValue) => value.GetString(),
        (FieldType.Integer, JsonValueKind.Number) when value.TryGetInt64(out var whole) => whole,
        (FieldType.Decimal, JsonValueKind.Number) => value.GetRawText(),
        (FieldType.Date, JsonValueKind.String) when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => value.GetString(),
        (FieldType.Instant, JsonValueKind.String) when DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) =>
            instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        _ => throw new PlainRefusalException(400, $"'{value.GetRawText()}' does not fit '{field.Name}'."),
    };

    private static void WriteValue(Utf8JsonWriter json, Field field, object? cell)
    {
        switch (field.Type, cell)
        {
            case (_, null):
                json.WriteNullValue();
                break;
            case (FieldType.Integer or FieldType.Decimal, long number):
                json.WriteNumberValue(number);
                break;
            case (_, double number):
                json.WriteNumberValue(number);
                break;
            case (FieldType.Instant, string text) when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant):
                json.WriteStringValue(instant.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(Convert.ToString(cell, CultureInfo.InvariantCulture));
                break;
        }
    }
}

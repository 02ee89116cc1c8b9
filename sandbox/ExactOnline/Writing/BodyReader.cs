using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Writing;

/// <summary>Reads the body of a write. What is read-only is passed over; what is unknown or of the wrong kind is refused.</summary>
/// <param name="time">How times are read.</param>
internal sealed class BodyReader(ExactTime time)
{
    /// <summary>The record in a body.</summary>
    /// <exception cref="ExactRefusalException">The body is not understood.</exception>
    public WrittenRecord Read(ReadOnlyMemory<byte> body, ExactEntity entity)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement, entity);
        }
        catch (JsonException)
        {
            throw ExactRefusalException.Malformed("Error processing request stream.");
        }
    }

    private WrittenRecord Read(JsonElement element, ExactEntity entity)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw ExactRefusalException.Malformed("Error processing request stream: an object was expected.");
        }

        var record = new WrittenRecord(new Dictionary<string, object?>(StringComparer.Ordinal), null);
        foreach (var property in element.EnumerateObject().Where(property => property.Name != "__metadata"))
        {
            record = With(record, property, entity);
        }

        return record;
    }

    private WrittenRecord With(WrittenRecord record, JsonProperty property, ExactEntity entity)
    {
        var field = entity.Table.Fields.FirstOrDefault(field => field.Name == property.Name && !field.Is("feedonly"))
            ?? throw ExactRefusalException.Malformed($"Property '{property.Name}' does not exist on type '{entity.Model}'.");
        if (field.Type == FieldType.Collection)
        {
            return ExactCatalogue.LinesOf(entity.Name) is { } lines && lines.Name == field.Name ? record with { Lines = Lines(property.Value, lines) } : record;
        }

        if (field.Is("write") && field.IsColumn)
        {
            record.Values[field.Name] = Cells.Of(field, property.Value, time);
        }

        return record;
    }

    private ImmutableArray<WrittenRecord> Lines(JsonElement element, ExactEntity lines) =>
        element.ValueKind == JsonValueKind.Array
            ? [.. element.EnumerateArray().Select(line => Read(line, lines))]
            : throw ExactRefusalException.Malformed($"'{lines.Name}' must be an array.");
}

using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.Http;

/// <summary>Between rows, whose columns have paths like <c>MailAddress.City</c>, and JSON, where those are nested objects.</summary>
internal static class NestedJson
{
    /// <summary>Writes the fields of a row into the open object; a nested object of nothing but nulls is null.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="fields">The fields; those of one nested object follow each other.</param>
    /// <param name="row">Their cells.</param>
    /// <param name="writeValue">Writes a cell.</param>
    public static void Write(Utf8JsonWriter json, ImmutableArray<Field> fields, object?[] row, Action<Utf8JsonWriter, Field, object?> writeValue)
    {
        for (var place = 0; place < fields.Length;)
        {
            var parent = Parent(fields[place].Name);
            var end = place + 1;
            while (parent.Length > 0 && end < fields.Length && Parent(fields[end].Name) == parent)
            {
                end++;
            }

            WriteRun(json, fields, row, place, end, parent, writeValue);
            place = end;
        }
    }

    /// <summary>The values of an object by path. A nested object that is null stands for itself.</summary>
    public static IEnumerable<(string Path, JsonElement Value)> Flatten(JsonElement element, string prefix = "")
    {
        foreach (var property in element.EnumerateObject())
        {
            var path = prefix + property.Name;
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in Flatten(property.Value, path + "."))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return (path, property.Value);
            }
        }
    }

    private static void WriteRun(
        Utf8JsonWriter json, ImmutableArray<Field> fields, object?[] row, int start, int end, string parent, Action<Utf8JsonWriter, Field, object?> writeValue)
    {
        if (parent.Length > 0 && row.AsSpan(start, end - start).IndexOfAnyExcept((object?)null) < 0)
        {
            json.WriteNull(parent);
            return;
        }

        if (parent.Length > 0)
        {
            json.WriteStartObject(parent);
        }

        for (var place = start; place < end; place++)
        {
            json.WritePropertyName(parent.Length > 0 ? fields[place].Name[(parent.Length + 1)..] : fields[place].Name);
            writeValue(json, fields[place], row[place]);
        }

        if (parent.Length > 0)
        {
            json.WriteEndObject();
        }
    }

    private static string Parent(string path) => path.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? path[..dot] : string.Empty;
}

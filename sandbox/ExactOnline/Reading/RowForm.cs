using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Reading;

/// <summary>Writes a row as Exact Online does.</summary>
/// <param name="time">How times are written.</param>
internal sealed class RowForm(ExactTime time)
{
    /// <summary>Writes the metadata and the fields of a row; the object stays open.</summary>
    public void Write(Utf8JsonWriter json, ExactView view, string uri, ImmutableArray<Field> fields, ReadOnlySpan<object?> row)
    {
        json.WriteStartObject();
        json.WriteStartObject("__metadata");
        json.WriteString("uri", uri);
        json.WriteString("type", view.Entity.Model);
        json.WriteEndObject();
        for (var place = 0; place < fields.Length; place++)
        {
            if (fields[place].Type != FieldType.Collection)
            {
                json.WritePropertyName(fields[place].Name);
                WriteValue(json, fields[place].Type, row[place]);
            }
        }
    }

    /// <summary>Writes a link to what was not expanded.</summary>
    public static void WriteDeferred(Utf8JsonWriter json, string name, string uri)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("__deferred");
        json.WriteString("uri", $"{uri}/{name}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteValue(Utf8JsonWriter json, FieldType type, object? cell)
    {
        switch (type, cell)
        {
            case (_, null):
                json.WriteNullValue();
                break;
            case (FieldType.Long, long number):
                json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case (FieldType.Boolean, long number):
                json.WriteBooleanValue(number != 0);
                break;
            case (FieldType.Integer or FieldType.Decimal, long number):
                json.WriteNumberValue(number);
                break;
            case (FieldType.Integer or FieldType.Decimal, double number):
                json.WriteNumberValue(number);
                break;
            case (FieldType.Date or FieldType.Instant, string text):
                json.WriteStringValue(time.Wire(text));
                break;
            case (FieldType.Guid, string text):
                json.WriteStringValue(text.ToLowerInvariant());
                break;
            default:
                json.WriteStringValue(Convert.ToString(cell, CultureInfo.InvariantCulture));
                break;
        }
    }
}

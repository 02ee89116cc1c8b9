using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>Writes rows as PowerOffice Go does.</summary>
internal static class GoForm
{
    /// <summary>Writes a row as one object.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<Field> fields, object?[] row)
    {
        json.WriteStartObject();
        NestedJson.Write(json, fields, row, WriteValue);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, Field field, object? cell)
    {
        switch (field.Type, cell)
        {
            case (_, null):
                json.WriteNullValue();
                break;
            case (FieldType.Boolean, long number):
                json.WriteBooleanValue(number != 0);
                break;
            case (FieldType.Integer or FieldType.Long or FieldType.Decimal, long number):
                json.WriteNumberValue(number);
                break;
            case (_, double number):
                json.WriteNumberValue(number);
                break;
            case (FieldType.Instant, string text):
                json.WriteStringValue(GoTime.Wire(text));
                break;
            default:
                json.WriteStringValue(field.Is("secret") ? "hidden" : Convert.ToString(cell, CultureInfo.InvariantCulture));
                break;
        }
    }
}

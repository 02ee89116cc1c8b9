using System.Globalization;
using System.Text.Json;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Values;

/// <summary>Writes single values as JSON, and as the texts of addresses and filters.</summary>
internal static class ValueWriter
{
    /// <summary>Writes a value that is no list of elements.</summary>
    public static void Write(Utf8JsonWriter writer, PropertyDescription property, Value value, ValueForm form)
    {
        switch (value.Kind)
        {
            case ValueKind.None when form.Empty == EmptyForm.Text && property.Type is PropertyType.String:
                writer.WriteStringValue(string.Empty);
                break;
            case ValueKind.None:
                writer.WriteNullValue();
                break;
            case ValueKind.Boolean:
                writer.WriteBooleanValue(value.AsBoolean);
                break;
            case ValueKind.Integer or ValueKind.Decimal when !form.NumbersAsText:
                writer.WriteNumberValue(value.AsDecimal);
                break;
            case ValueKind.DateTime when form.DateTime is DateTimeForm.UnixSeconds or DateTimeForm.UnixMilliseconds:
                writer.WriteRawValue(TextOf(property, value, form));
                break;
            case ValueKind.List:
                WriteList(writer, property, value, form);
                break;
            default:
                writer.WriteStringValue(TextOf(property, value, form));
                break;
        }
    }

    /// <summary>A value as text.</summary>
    public static string TextOf(PropertyDescription property, Value value, ValueForm form) => value.Kind switch
    {
        ValueKind.Text => Padded(value.AsText, form),
        ValueKind.Date => DateText(value.AsDate, form.Date),
        ValueKind.DateTime => InstantText.Of(Cut(value.AsDateTime, property.PrecisionTicks), form),
        _ => value.ToString(),
    };

    private static void WriteList(Utf8JsonWriter writer, PropertyDescription property, Value list, ValueForm form)
    {
        writer.WriteStartArray();
        foreach (var item in list.AsList)
        {
            Write(writer, property, item, form);
        }

        writer.WriteEndArray();
    }

    private static string Padded(string text, ValueForm form) =>
        form.PadLength == 0 || text.Length == 0 ? text : form.PadsLeft ? text.PadLeft(form.PadLength) : text.PadRight(form.PadLength);

    private static string DateText(DateOnly date, DateForm form) => form switch
    {
        DateForm.IsoDateTime => date.ToString("yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture),
        DateForm.DateMilliseconds => DateMilliseconds.Of(date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)),
        _ => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static DateTime Cut(DateTime instant, long step) => step > 1 ? instant.AddTicks(-(instant.Ticks % step)) : instant;
}

using System.Globalization;
using System.Text.Json;

namespace SesamTalk.Cli.Output;

/// <summary>Members that several documents have in the same form.</summary>
internal static class JsonMembers
{
    /// <summary>A time in UTC, or null.</summary>
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? time) =>
        json.WriteString(name, time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));

    /// <summary>A number that is an identifier: as text, since readers of JSON round large numbers.</summary>
    public static void WriteIdentifier(this Utf8JsonWriter json, string name, long identifier) =>
        json.WriteString(name, identifier.ToString(CultureInfo.InvariantCulture));

    /// <summary>An object that holds nothing but a text.</summary>
    public static void WriteText(this Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>A list of objects.</summary>
    public static void WriteList<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}

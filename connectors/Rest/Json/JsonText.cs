using System.Text;
using System.Text.Json;

namespace SesamTalk.Connectors.Rest.Json;

/// <summary>Single values of JSON as text.</summary>
internal static class JsonText
{
    /// <summary>The text at which the reader stands; <see langword="null"/> where it holds half a character, which no text here can.</summary>
    public static string? Of(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

using System.Text.Json;

namespace SesamTalk.Connectors.Rest.Webhooks;

/// <summary>
/// Finds a member of the outermost object of a JSON text, as it was received: what is signed is the text, and writing it anew would change
/// it.
/// </summary>
internal static class RawMember
{
    /// <summary>The text of a member; <see langword="null"/> where there is none, or the whole is no JSON.</summary>
    public static ReadOnlyMemory<byte>? Of(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            return Find(json, name);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a member says that is a text; <see langword="null"/> where there is none.</summary>
    public static string? TextOf(ReadOnlyMemory<byte> json, string name)
    {
        if (Of(json, name) is not { } raw)
        {
            return null;
        }

        var reader = new Utf8JsonReader(raw.Span);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? TextOf(reader) : null;
    }

    private static ReadOnlyMemory<byte>? Find(ReadOnlyMemory<byte> json, string name)
    {
        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isSought = reader.ValueTextEquals(name);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isSought)
            {
                return json[start..(int)reader.BytesConsumed];
            }
        }

        return null;
    }

    // Bytes that are no UTF-8 are found only when the text is taken.
    private static string? TextOf(Utf8JsonReader reader)
    {
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

using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>Finds the key of a record that was created.</summary>
internal static class CreatedKey
{
    /// <summary>The key that an answer names; <see langword="null"/> where it names none.</summary>
    public static string? In(RestResponse response, AnswerPlace place)
    {
        if (place.Header is { } header)
        {
            return response.Header(header) is { Length: > 0 } text ? LastPart(text) : null;
        }

        return response.Content.Length == 0
            ? null
            : AnswerReader.Read(response.Content.Span, Envelope.OfRows([], place.Path!), (ref System.Text.Json.Utf8JsonReader json) => json.Skip()).Texts[0];
    }

    // The end of an address: things/7, or Things(guid'7') as OData has it.
    private static string LastPart(string address)
    {
        var part = address.Split('?')[0].TrimEnd('/').Split('/')[^1];
        if (part.EndsWith(')') && part.IndexOf('(', StringComparison.Ordinal) is var open and > 0)
        {
            part = part[(open + 1)..^1];
            part = part.EndsWith('\'') && part.IndexOf('\'', StringComparison.Ordinal) is var quote && quote < part.Length - 1 ? part[(quote + 1)..^1] : part;
        }

        return Uri.UnescapeDataString(part);
    }
}

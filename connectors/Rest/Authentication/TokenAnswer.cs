using System.Globalization;
using System.Text.Json;

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>What a call for a token is answered with (RFC 6749, 5.1 and 5.2).</summary>
/// <param name="Access">The token; <see langword="null"/> where there is none.</param>
/// <param name="Refresh">The refresh token; <see langword="null"/> where there is none.</param>
/// <param name="Life">How long the token lives; <see langword="null"/> where that is not told.</param>
/// <param name="Error">The code of an error; <see langword="null"/> where there is none.</param>
internal sealed record TokenAnswer(string? Access, string? Refresh, TimeSpan? Life, string? Error)
{
    /// <summary>Reads the body of an answer. One that is no JSON object holds nothing.</summary>
    public static TokenAnswer Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object
                ? new TokenAnswer(null, null, null, null)
                : new TokenAnswer(Text(root, "access_token"), Text(root, "refresh_token"), Seconds(root), Text(root, "error"));
        }
        catch (JsonException)
        {
            return new TokenAnswer(null, null, null, null);
        }
    }

    /// <summary>The code alone: the rest is secret.</summary>
    public override string ToString() => Error ?? nameof(TokenAnswer);

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    // Exact Online writes the number as text.
    private static TimeSpan? Seconds(JsonElement root)
    {
        if (!root.TryGetProperty("expires_in", out var value))
            return null;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }
}

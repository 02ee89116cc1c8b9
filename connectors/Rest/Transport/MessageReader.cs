using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>Finds the system's own words in the body of an answer.</summary>
internal static class MessageReader
{
    private const int LongestJson = 256 * 1024;
    private const int LongestText = 16 * 1024;
    private const int LongestMessage = 600;

    // OData, OAuth, problem details with the fields of a form, and what services make up.
    private static readonly ImmutableArray<string> Usual =
    [
        "error.message.value", "error.message", "error_description", "detail", "errors", "message", "title", "error.description", "error", "fault",
    ];

    /// <summary>The words on one line, shortened where they are long; empty where there are none.</summary>
    public static string Read(RestResponse response, ImmutableArray<string> paths)
    {
        var body = response.Content.Span[..Math.Min(response.Content.Length, LongestText)];
        return Shorten(FromJson(response.Content, paths) ?? Markup.Strip(Encoding.UTF8.GetString(body)));
    }

    private static string? FromJson(ReadOnlyMemory<byte> body, ImmutableArray<string> paths)
    {
        if (body.Length > LongestJson)
            return null;
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });

            // Where tokens are given, another body is usual than where data is.
            var places = paths.IsDefaultOrEmpty ? Usual : paths.AddRange(Usual);
            return places.Select(path => TextAt(document.RootElement, path.Split('.')))
                .FirstOrDefault(text => text.Length > 0) ?? (document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString() : null);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string TextAt(JsonElement element, ReadOnlySpan<string> path)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return Joined(element, path);
        if (path.IsEmpty)
            return AllText(element);
        if (element.ValueKind != JsonValueKind.Object)
            return string.Empty;
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name.Equals(path[0], StringComparison.OrdinalIgnoreCase))
                return TextAt(property.Value, path[1..]);
        }

        return string.Empty;
    }

    private static string Joined(JsonElement list, ReadOnlySpan<string> path)
    {
        var parts = new List<string>();
        foreach (var element in list.EnumerateArray())
            parts.Add(TextAt(element, path));
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    // What is named, such as the fields of a form, is told with its name.
    private static string AllText(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Object => string.Join("; ", element.EnumerateObject()
            .Select(property => (property.Name, Text: TextAt(property.Value, [])))
            .Where(part => part.Text.Length > 0)
            .Select(part => $"{part.Name}: {part.Text}")),
        _ => string.Empty,
    };

    // A control character could move what a person sees.
    private static string Shorten(string text)
    {
        var line = string.Join(' ', string.Concat(text.Select(character => char.IsControl(character) || char.IsWhiteSpace(character) ? ' ' : character)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestMessage ? line : string.Concat(line.AsSpan(0, LongestMessage), "...");
    }
}

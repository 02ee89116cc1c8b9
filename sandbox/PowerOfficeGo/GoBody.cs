using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>Reads the bodies of POST and PATCH into cells by column.</summary>
internal static class GoBody
{
    /// <summary>The object in a body.</summary>
    /// <exception cref="GoRefusalException">It is none.</exception>
    public static JsonElement Parse(Request request, GoResource resource, JsonValueKind kind)
    {
        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return document.RootElement.ValueKind == kind
                ? document.RootElement.Clone()
                : throw GoRefusalException.Invalid(resource, $"The body must be an {kind}.");
        }
        catch (JsonException malformed)
        {
            throw GoRefusalException.Invalid(resource, malformed.Message);
        }
    }

    /// <summary>What a POST names. Lists are left to the caller; what POST does not take is refused.</summary>
    /// <exception cref="GoRefusalException">Something is unknown or of the wrong kind.</exception>
    public static Dictionary<string, object?> Created(JsonElement body, GoResource resource)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (path, value) in NestedJson.Flatten(body))
        {
            Put(values, resource, path, value, "post");
        }

        return values;
    }

    /// <summary>What a JSON Patch sets: only <c>add</c>, <c>replace</c> and <c>remove</c> of what PATCH takes.</summary>
    /// <exception cref="GoRefusalException">It asks for something else.</exception>
    public static Dictionary<string, object?> Patched(JsonElement operations, GoResource resource)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var operation in operations.EnumerateArray())
        {
            var path = Text(operation, "path", resource).TrimStart('/').Replace('/', '.');
            switch (Text(operation, "op", resource))
            {
                case "remove":
                    Put(values, resource, path, default, "patch");
                    break;
                case "add" or "replace" when operation.TryGetProperty("value", out var value):
                    Set(values, resource, path, value);
                    break;
                default:
                    throw GoRefusalException.Invalid(resource, $"The operation on '{path}' is not supported.");
            }
        }

        return values;
    }

    private static void Set(Dictionary<string, object?> values, GoResource resource, string path, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Put(values, resource, path, value, "patch");
            return;
        }

        foreach (var (inner, part) in NestedJson.Flatten(value, path + "."))
        {
            Put(values, resource, inner, part, "patch");
        }
    }

    private static void Put(Dictionary<string, object?> values, GoResource resource, string path, JsonElement value, string verb)
    {
        var fields = resource.Table.Fields.Where(field => string.Equals(field.Name, path, StringComparison.OrdinalIgnoreCase)
            || (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined && field.Name.StartsWith(path + ".", StringComparison.OrdinalIgnoreCase))).ToImmutableArray();
        if (fields.IsEmpty || !fields.Any(field => field.Is(verb)))
        {
            throw GoRefusalException.Invalid(resource, $"'{path}' cannot be set by {verb.ToUpperInvariant()}.");
        }

        foreach (var field in fields.Where(field => field.Is(verb) && field.Type != FieldType.Collection))
        {
            values[field.Name] = Cell(resource, field, value);
        }
    }

    private static object? Cell(GoResource resource, Field field, JsonElement value) => (field.Type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null or JsonValueKind.Undefined) => null,
        (FieldType.Boolean, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (FieldType.Integer or FieldType.Long, JsonValueKind.Number) when value.TryGetInt64(out var whole) => whole == -1 && field.Is("clears") ? null : whole,
        (FieldType.Decimal, JsonValueKind.Number) => value.GetRawText(),
        (FieldType.Date, JsonValueKind.String) when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => value.GetString(),
        (FieldType.Instant, JsonValueKind.String) when GoTime.Ordering(value.GetString()!) is { } instant => instant + "Z",
        (FieldType.Text or FieldType.Guid, JsonValueKind.String) => Fitting(resource, field, value.GetString()!),
        _ => throw GoRefusalException.Invalid(resource, $"'{value.GetRawText()}' does not fit {field.Name}."),
    };

    private static string Fitting(GoResource resource, Field field, string text)
    {
        var words = field.Marks.FirstOrDefault(mark => mark.StartsWith("enum:", StringComparison.Ordinal))?[5..].Split('|');
        return text.Length > (field.MaxLength ?? int.MaxValue) ? throw GoRefusalException.Invalid(resource, $"{field.Name} is longer than {field.MaxLength}.")
            : words is not null && !words.Contains(text) ? throw GoRefusalException.Invalid(resource, $"{field.Name} must be one of {string.Join(", ", words)}.")
            : text;
    }

    private static string Text(JsonElement operation, string name, GoResource resource) =>
        operation.ValueKind == JsonValueKind.Object && operation.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw GoRefusalException.Invalid(resource, $"An operation needs '{name}'.");
}

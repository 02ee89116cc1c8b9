using System.Collections.Immutable;
using System.Text.Json;

namespace SesamTalk.Engine.Formatting.Ordering;

/// <summary>What a JSON Schema says of the keys of a file: which there are, and in which order.</summary>
internal sealed class KeySchema
{
    private readonly JsonElement _root;
    private readonly ImmutableArray<JsonElement> _alternatives;

    private KeySchema(JsonElement root, JsonElement at)
    {
        _root = root;
        _alternatives = [.. Alternatives(at)];
        Name = NameOf(at);
    }

    /// <summary>The name of its definition; none for what is defined where it is used.</summary>
    public string? Name { get; }

    /// <summary>A schema.</summary>
    /// <param name="text">Its text.</param>
    public static KeySchema Of(string text)
    {
        var root = JsonDocument.Parse(text).RootElement;
        return new KeySchema(root, root);
    }

    /// <summary>The place of a key among the keys that the schema names; <see langword="null"/> where it does not name it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="keys">All keys that are there, by which alternatives are told apart.</param>
    public int? PlaceOf(string key, IReadOnlyCollection<string> keys) =>
        Named(keys) is { } named && Index(named.EnumerateObject(), key) is >= 0 and var index ? index : null;

    /// <summary>What is said of the value of a key.</summary>
    public KeySchema? Under(string key, IReadOnlyCollection<string> keys)
    {
        if (Named(keys) is { } named && named.TryGetProperty(key, out var value))
        {
            return new KeySchema(_root, value);
        }

        var others = _alternatives.SelectMany(Others).ToList();
        return others.Count > 0 ? new KeySchema(_root, others[0]) : null;
    }

    /// <summary>What is said of the items of a list.</summary>
    public KeySchema? Items() => _alternatives
        .Where(alternative => alternative.TryGetProperty("items", out _))
        .Select(alternative => new KeySchema(_root, alternative.GetProperty("items")))
        .FirstOrDefault();

    private static string? NameOf(JsonElement at) => at.TryGetProperty("$ref", out var reference) ? reference.GetString()!.Split('/')[^1] : null;

    private static int Index(IEnumerable<JsonProperty> properties, string key) => properties.TakeWhile(property => property.Name != key).Count() is var index && index < properties.Count() ? index : -1;

    private static IEnumerable<JsonElement> Others(JsonElement schema)
    {
        var patterns = schema.TryGetProperty("patternProperties", out var given) ? given.EnumerateObject().Select(pattern => pattern.Value) : [];
        return schema.TryGetProperty("additionalProperties", out var other) && other.ValueKind == JsonValueKind.Object ? patterns.Append(other) : patterns;
    }

    // Of alternatives, the one that names the most of what is there.
    private JsonElement? Named(IReadOnlyCollection<string> keys) => _alternatives
        .Where(alternative => alternative.TryGetProperty("properties", out _))
        .Select(alternative => (JsonElement?)alternative.GetProperty("properties"))
        .MaxBy(named => keys.Count(key => named!.Value.TryGetProperty(key, out _)));

    private IEnumerable<JsonElement> Alternatives(JsonElement at)
    {
        if (at.TryGetProperty("$ref", out var reference))
        {
            return Alternatives(_root.GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1]));
        }

        return at.TryGetProperty("anyOf", out var several) ? several.EnumerateArray().SelectMany(Alternatives) : [at];
    }
}

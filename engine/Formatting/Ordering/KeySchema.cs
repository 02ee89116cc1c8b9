using System.Collections.Immutable;
using System.Text.Json;

namespace SesamTalk.Engine.Formatting.Ordering;

/// <summary>What a JSON Schema says of the keys of a file: which there are, and in which order. Each part is read once, when it is first asked for.</summary>
internal sealed class KeySchema
{
    private readonly Lazy<ImmutableArray<KeyTable>> _tables;
    private readonly Lazy<KeySchema?> _others;
    private readonly Lazy<KeySchema?> _items;

    /// <summary>A part of a schema.</summary>
    /// <param name="parts">The schema that it is part of.</param>
    /// <param name="name">The name of its definition; none for what is defined where it is used.</param>
    /// <param name="at">What it says.</param>
    public KeySchema(SchemaParts parts, string? name, JsonElement at)
    {
        Name = name;
        var alternatives = new Lazy<ImmutableArray<JsonElement>>(() => [.. parts.Alternatives(at)]);
        _tables = new(() => [.. alternatives.Value.Where(one => one.TryGetProperty("properties", out _)).Select(one => new KeyTable(parts, one.GetProperty("properties")))]);
        _others = new(() => First(parts, alternatives.Value.SelectMany(Others)));
        _items = new(() => First(parts, alternatives.Value.Where(one => one.TryGetProperty("items", out _)).Select(one => one.GetProperty("items"))));
    }

    /// <summary>The name of its definition; none for what is defined where it is used.</summary>
    public string? Name { get; }

    /// <summary>What is said of the items of a list.</summary>
    public KeySchema? Items => _items.Value;

    /// <summary>What is said of the value of a key that the schema does not name.</summary>
    public KeySchema? Unnamed => _others.Value;

    /// <summary>A schema.</summary>
    /// <param name="text">Its text.</param>
    public static KeySchema Of(string text)
    {
        var root = JsonDocument.Parse(text).RootElement;
        return new KeySchema(new SchemaParts(root), null, root);
    }

    /// <summary>The keys that the schema names: of alternatives, those of the one that names the most of what is there.</summary>
    /// <param name="keys">All keys that are there.</param>
    public KeyTable Keys(IReadOnlyCollection<string> keys) => _tables.Value switch
    {
        [] => KeyTable.None,
        [var only] => only,
        var several => several.MaxBy(table => keys.Count(table.Has))!,
    };

    private static KeySchema? First(SchemaParts parts, IEnumerable<JsonElement> found) => found.Take(1).ToList() is [var first] ? parts.At(first) : null;

    private static IEnumerable<JsonElement> Others(JsonElement schema)
    {
        var patterns = schema.TryGetProperty("patternProperties", out var given) ? given.EnumerateObject().Select(pattern => pattern.Value) : [];
        return schema.TryGetProperty("additionalProperties", out var other) && other.ValueKind == JsonValueKind.Object ? patterns.Append(other) : patterns;
    }
}

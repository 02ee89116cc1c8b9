using System.Collections.Frozen;
using System.Text.Json;

namespace SesamTalk.Engine.Formatting.Ordering;

/// <summary>The keys that a schema names, in its order.</summary>
internal sealed class KeyTable
{
    private readonly FrozenDictionary<string, (int Place, Lazy<KeySchema> Value)> _keys;

    /// <param name="parts">The schema that they are part of.</param>
    /// <param name="properties">What it says of each key.</param>
    public KeyTable(SchemaParts parts, JsonElement properties)
        : this(properties.EnumerateObject().Select((property, place) => KeyValuePair.Create(property.Name, (place, new Lazy<KeySchema>(() => parts.At(property.Value))))))
    {
    }

    private KeyTable(IEnumerable<KeyValuePair<string, (int Place, Lazy<KeySchema> Value)>> keys) => _keys = keys.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>That of a schema that names no key.</summary>
    public static KeyTable None { get; } = new([]);

    /// <summary>Whether it names a key.</summary>
    public bool Has(string key) => _keys.ContainsKey(key);

    /// <summary>The place of a key; <see langword="null"/> where it is not named.</summary>
    public int? PlaceOf(string key) => _keys.TryGetValue(key, out var found) ? found.Place : null;

    /// <summary>What is said of the value of a key; <see langword="null"/> where it is not named.</summary>
    public KeySchema? Under(string key) => _keys.TryGetValue(key, out var found) ? found.Value.Value : null;
}

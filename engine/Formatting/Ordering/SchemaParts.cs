using System.Collections.Concurrent;
using System.Text.Json;

namespace SesamTalk.Engine.Formatting.Ordering;

/// <summary>The parts of one JSON Schema. What it defines by name, and may use within itself, is one part wherever it is used.</summary>
/// <param name="root">The whole schema.</param>
internal sealed class SchemaParts(JsonElement root)
{
    private readonly ConcurrentDictionary<string, KeySchema> _defined = new(StringComparer.Ordinal);

    /// <summary>A part.</summary>
    /// <param name="at">What it says, or where that is defined.</param>
    public KeySchema At(JsonElement at) =>
        NameOf(at) is { } name ? _defined.GetOrAdd(name, name => new KeySchema(this, name, at)) : new KeySchema(this, null, at);

    /// <summary>What a part may be.</summary>
    /// <param name="at">What it says, or where that is defined.</param>
    public IEnumerable<JsonElement> Alternatives(JsonElement at) =>
        NameOf(at) is { } name ? Alternatives(root.GetProperty("definitions").GetProperty(name))
        : at.TryGetProperty("anyOf", out var several) ? several.EnumerateArray().SelectMany(Alternatives)
        : [at];

    private static string? NameOf(JsonElement at) => at.TryGetProperty("$ref", out var reference) ? reference.GetString()!.Split('/')[^1] : null;
}

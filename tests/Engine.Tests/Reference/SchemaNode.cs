using System.Text.Json.Nodes;

namespace SesamTalk.Engine.Tests.Reference;

/// <summary>A place of a schema, with what it refers to in its stead.</summary>
internal sealed class SchemaNode
{
    private readonly JsonObject _root;
    private readonly JsonObject _schema;
    private readonly JsonObject? _around;

    private SchemaNode(JsonObject root, JsonObject schema, JsonObject? around)
    {
        (_root, _schema, _around) = (root, schema, around);
    }

    /// <summary>The definition or place that it is; two that are the same have the same.</summary>
    public JsonObject Identity => _schema;

    public string? Title => TextOf("title");

    public string Description => TextOf("description") ?? string.Empty;

    public JsonNode? Default => Of("default");

    public IReadOnlyList<JsonNode?> Examples => [.. Of("examples") as JsonArray ?? []];

    public bool HasDefault => _schema.ContainsKey("default") || _around?.ContainsKey("default") == true;

    public IReadOnlyList<string> Types => _schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => [],
    };

    public IReadOnlyList<(string Name, SchemaNode Node)> Keys => [.. (_schema["properties"] as JsonObject ?? []).Select(it => (it.Key, Child(it.Value!)))];

    public IReadOnlyList<SchemaNode> Alternatives => [.. (_schema["anyOf"] as JsonArray ?? _schema["oneOf"] as JsonArray ?? []).Select(it => Child(it!))];

    public SchemaNode? Items => _schema["items"] is JsonObject items ? Child(items) : null;

    /// <summary>What stands under a name that is not given beforehand.</summary>
    public SchemaNode? AnyName => _schema["additionalProperties"] is JsonObject values ? Child(values)
        : (_schema["patternProperties"] as JsonObject)?.FirstOrDefault().Value is JsonObject named ? Child(named)
        : null;

    public bool IsRequired(string key) => _schema["required"] is JsonArray required && required.Any(it => it!.GetValue<string>() == key);

    public JsonNode? this[string keyword] => _schema[keyword];

    public static SchemaNode Read(string json)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        return new SchemaNode(root, root, null);
    }

    private JsonNode? Of(string keyword) => _around?[keyword] ?? _schema[keyword];

    private string? TextOf(string keyword) => Of(keyword)?.GetValue<string>();

    // A reference may stand alone, or as the only one of 'allOf' beside what is said of this place.
    private SchemaNode Child(JsonNode node)
    {
        var schema = node.AsObject();
        var reference = schema["$ref"] ?? (schema["allOf"] is JsonArray { Count: 1 } all ? all[0]!["$ref"] : null);
        return reference is null ? new SchemaNode(_root, schema, null) : new SchemaNode(_root, Definition(reference.GetValue<string>()), schema);
    }

    private JsonObject Definition(string reference) =>
        reference["#/".Length..].Split('/').Aggregate((JsonNode)_root, (at, name) => at[name] ?? throw new InvalidOperationException($"{reference} refers to nothing.")).AsObject();
}

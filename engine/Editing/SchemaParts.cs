using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesamTalk.Engine.Editing;

/// <summary>What schemas are made of.</summary>
internal static class SchemaParts
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A schema as text, with line feeds.</summary>
    public static string Text(JsonNode schema) => schema.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";

    /// <summary>A list of texts.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    /// <summary>A schema for an object, some of whose keys have these schemas.</summary>
    public static JsonObject Keys(params IEnumerable<(string Key, JsonNode Schema)> keys) =>
        new() { ["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create(key.Key, (JsonNode?)key.Schema))) };

    /// <summary>A reference to a definition.</summary>
    public static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    /// <summary>A schema that holds where these keys have these values.</summary>
    public static JsonObject Where(JsonObject then, params IEnumerable<(string Key, string Value)> keys) => new() { ["if"] = Says(keys), ["then"] = then };

    /// <summary>A schema that accepts an object in which these keys have these values, and no other.</summary>
    public static JsonObject Says(params IEnumerable<(string Key, string Value)> keys)
    {
        var said = Keys(keys.Select(key => (key.Key, (JsonNode)new JsonObject { ["const"] = key.Value })));
        said["required"] = Texts(keys.Select(key => key.Key));
        return said;
    }
}

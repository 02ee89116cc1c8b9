using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Shape;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Pages;

/// <summary>The mappings of which a part of a file can be a part: all that have keys of their own, in all schemas.</summary>
internal static class FragmentShapes
{
    private static readonly Lazy<ImmutableArray<Shape>> Known = new(() =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "schemas"), "*.schema.json").Order(StringComparer.Ordinal).SelectMany(file => Within(JsonNode.Parse(File.ReadAllText(file))!.AsObject()))]);

    /// <summary>Whether some file of the language may hold this; of the mapping at its top, required keys may be left out.</summary>
    public static bool Fits(SourceNode node) => node switch
    {
        ListNode list => list.Items.Length > 0 && list.Items.All(Fits),
        MappingNode mapping => Known.Value.Any(shape => shape.Accepts(mapping)),
        _ => false,
    };

    /// <summary>The same of a flow, or a row of one, alone.</summary>
    public static bool FitsInFlow(SourceNode node) => node switch
    {
        ListNode list => list.Items.All(FitsInFlow),
        MappingNode mapping => Known.Value.Any(shape => shape.Title is "Flow" or "Row" && shape.Accepts(mapping)),
        _ => false,
    };

    private static IEnumerable<Shape> Within(JsonObject root)
    {
        var definitions = root["definitions"]?.ToJsonString() ?? "{}";
        return Objects(root).Where(schema => schema["properties"] is JsonObject || IsOfMappings(schema, root)).Select(schema => new Shape(schema, definitions));
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject schema => schema.SelectMany(it => it.Key switch
        {
            "examples" or "default" or "enum" => [],
            "properties" or "patternProperties" or "definitions" => it.Value!.AsObject().SelectMany(child => Objects(child.Value)),
            _ => Objects(it.Value),
        }).Prepend(schema),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    // Mappings of names to texts would let any misspelt key through.
    private static bool IsOfMappings(JsonObject schema, JsonObject root) =>
        (schema["additionalProperties"] ?? (schema["patternProperties"] as JsonObject)?.FirstOrDefault().Value) is JsonObject values
        && Resolved(values, root)["properties"] is JsonObject;

    private static JsonObject Resolved(JsonObject schema, JsonObject root) =>
        schema["$ref"] is { } reference ? root["definitions"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject() : schema;

    /// <summary>A mapping of a schema.</summary>
    private sealed class Shape(JsonObject schema, string definitions)
    {
        private readonly ImmutableHashSet<string> _keys = [.. (schema["properties"] as JsonObject ?? []).Select(key => key.Key)];
        private readonly Schema _schema = new(() => Read(schema, definitions));

        public string? Title { get; } = schema["title"]?.GetValue<string>();

        public bool Accepts(MappingNode mapping) =>
            (_keys.IsEmpty || mapping.Entries.Any(entry => _keys.Contains(entry.Key.Text)))
            && (_keys.IsEmpty || schema["additionalProperties"] is JsonObject || mapping.Entries.All(entry => _keys.Contains(entry.Key.Text)))
            && ShapeChecker.Accepts(_schema, mapping, FileKind.Flow, new List<Diagnostic>());

        private static string Read(JsonObject schema, string definitions)
        {
            var part = JsonNode.Parse(schema.ToJsonString())!.AsObject();
            part.Remove("required");
            part["definitions"] = JsonNode.Parse(definitions);
            return part.ToJsonString();
        }
    }
}

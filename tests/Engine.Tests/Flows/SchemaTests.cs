using Newtonsoft.Json.Linq;
using SesamTalk.Connectors.Rest;

namespace SesamTalk.Engine.Tests.Language;

internal sealed class SchemaTests
{
    // What the validator enforces (it passes over any other keyword in silence), and what is there for people.
    private static readonly HashSet<string> Enforced =
    [
        "type", "enum", "required", "properties", "additionalProperties", "patternProperties", "items", "oneOf", "anyOf", "allOf", "not",
        "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems",
        "maxItems", "minProperties", "maxProperties", "uniqueItems", "format", "$ref", "definitions",
        "$schema", "title", "description", "examples", "default",
    ];

    private static readonly string[] HoldingByName = ["properties", "patternProperties", "definitions"];
    private static readonly string[] HoldingOne = ["items", "additionalProperties", "not"];
    private static readonly string[] HoldingSeveral = ["anyOf", "oneOf", "allOf"];

    private static readonly string[] Names = ["flow", "systems", "entities", "document", "flow-test", "connector"];

    [TestCaseSource(nameof(Names))]
    public void A_schema_holds_only_keywords_that_are_enforced(string name) =>
        Schemas(name).SelectMany(s => s.Properties()).Select(p => p.Name).Except(Enforced).Should().BeEmpty();

    [TestCaseSource(nameof(Names))]
    public void Nothing_stands_beside_a_reference_because_it_would_be_ignored(string name) =>
        Schemas(name).Where(s => s.ContainsKey("$ref") && s.Count > 1).Should().BeEmpty();

    [TestCaseSource(nameof(Names))]
    public void Every_key_has_a_title_and_a_description(string name)
    {
        var root = JObject.Parse(TextOf(name));
        var keys = Schemas(name).SelectMany(s => (s["properties"] as JObject)?.Properties() ?? []);

        keys.Where(k => !IsDescribed(Resolved(root, (JObject)k.Value))).Select(k => k.Path).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Names))]
    public void Every_key_whose_value_an_author_makes_up_has_an_example(string name)
    {
        var root = JObject.Parse(TextOf(name));
        var keys = Schemas(name).SelectMany(s => (s["properties"] as JObject)?.Properties() ?? []);

        keys.Where(k => IsFree(Resolved(root, (JObject)k.Value)) && !Resolved(root, (JObject)k.Value).ContainsKey("examples")).Select(k => k.Path).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Names))]
    public void Every_example_and_default_is_what_its_schema_accepts(string name)
    {
        var root = JObject.Parse(TextOf(name));
        var shown = Schemas(name).SelectMany(s => (s["examples"] as JArray ?? []).Concat(s["default"] is { } usual ? [usual] : []).Select(value => (Schema: s, Value: value)));

        shown.Where(it => !Accepts(root, it.Schema, it.Value)).Select(it => it.Value.Path).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Names))]
    public void A_schema_is_of_draft_7(string name) =>
        JObject.Parse(TextOf(name))["$schema"]!.ToString().Should().Be("http://json-schema.org/draft-07/schema#");

    // One that is chosen from a few, or true or false, is completed anyhow.
    private static bool IsFree(JObject schema) => !schema.ContainsKey("enum") && schema["type"]?.ToString() != "boolean";

    private static bool Accepts(JObject root, JObject schema, JToken value)
    {
        var alone = new JObject(schema.Properties().Where(p => p.Name is not ("examples" or "default" or "definitions"))) { ["definitions"] = root["definitions"]?.DeepClone() ?? new JObject() };
        return NJsonSchema.JsonSchema.FromJsonAsync(alone.ToString()).GetAwaiter().GetResult().Validate(value.ToString(Newtonsoft.Json.Formatting.None)).Count == 0;
    }

    // The schema of definitions belongs to the connector that reads them.
    private static string TextOf(string name) => name == "connector" ? new RestConnector().DefinitionSchema : Engine.Flows.Reading.Shape.Schemas.TextOf(name);

    private static bool IsDescribed(JObject schema) => schema.ContainsKey("title") && schema.ContainsKey("description");

    private static JObject Resolved(JObject root, JObject schema) =>
        schema["$ref"] is { } reference ? (JObject)root.SelectToken(reference.ToString()[2..].Replace('/', '.'))! : schema;

    private static IEnumerable<JObject> Schemas(string name) => Within(JObject.Parse(TextOf(name)));

    private static IEnumerable<JObject> Within(JObject schema) => [schema, .. Children(schema).SelectMany(Within)];

    private static IEnumerable<JObject> Children(JObject schema) =>
    [
        .. HoldingByName.SelectMany(k => (schema[k] as JObject)?.Properties() ?? []).Select(p => p.Value).OfType<JObject>(),
        .. HoldingOne.Select(k => schema[k]).OfType<JObject>(),
        .. HoldingSeveral.SelectMany(k => schema[k] as JArray ?? []).OfType<JObject>(),
    ];
}

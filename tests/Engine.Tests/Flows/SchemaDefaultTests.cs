using Newtonsoft.Json.Linq;
using SesamTalk.Connectors.Rest;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading.Shape;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Language;

/// <summary>What a schema shows as default is what the engine takes where nothing is said: saying it changes nothing.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SchemaDefaultTests
{
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["systems"] = """
            version: 1
            clusters: {}
            systems:
              shop: { rank: 1, entities: shop.entities.yaml, connector: rest, definition: shop.connector.yaml }
              crm: { rank: 2, entities: shop.entities.yaml, connector: rest, definition: other.connector.yaml }
            profile: here
            profiles: { here: { systems: { shop: { connector: rest } } } }
            """,
        ["entities"] = """
            version: 1
            entities:
              Customer:
                key: { property: id, given_by: system }
                properties:
                  id: { type: string, access: never }
                  name: { type: string }
                  at: { type: datetime }
                  lines: { type: list, elements: { key: no, properties: { no: { type: integer }, count: { type: decimal } } } }
            """,
        ["flow"] = """
            version: 1
            source: { system: shop, entity: Customer }
            target: { system: crm, entity: Customer }
            match: [{ name: name }]
            properties:
              - { source: name, target: name }
              - { source: lines, target: lines, each: { key: { no: no } }, properties: [{ source: count, target: count }] }
            """,
        ["flow-test"] = """
            version: 1
            flow: some
            tests:
              - { test: short, source: { name: Ada }, target: { name: Ada } }
              - { test: long, given: { source: { name: Ada }, target: { name: Ada } }, expect: { target: { name: Ada } } }
            """,
        ["document"] = """
            version: 1
            document: Shop to CRM
            layout: {}
            sections: []
            """,
        ["connector"] = """
            version: 1
            settings: { key: { meaning: A key., default: k } }
            base: https://shop.example
            authentication: { kind: authorization_code, authorize: "https://shop.example/a", token_address: "https://shop.example/t", client_id: c, client_secret: s }
            limits: { rates: [{ name: minute, permits: 60, window: 1m, headers: { remaining: X-Remaining } }] }
            retries: {}
            values: {}
            webhooks: { secret: s, signature: { header: X-Signature } }
            defaults:
              read: { rows: items, paging: { kind: page, parameter: page, size: 10 } }
              changes: { parameters: { since: "{cursor}" }, cursor: { property: at } }
              deletes: { path: gone, parameters: { since: "{cursor}" }, key: id, cursor: { property: at } }
              key_lookup: { path: "{path}", parameters: { ids: "{keys}" }, several: { most: 10 } }
              value_lookup: { path: "{path}", parameters: { filter: "{filter}" }, each: "{name}:{literal}" }
              create: { key: { at: id } }
              update: { path: "{path}/{key}", body: json_patch }
              delete: { path: "{path}/{key}" }
              batch: { most: 5, key: id }
            entities: { Customer: { path: customers, children: { lines: { create: { path: "customers/{parent}/lines" }, delete: { path: "customers/{parent}/lines/{key}" } } } } }
            """,
    };

    private const string Other = """
        version: 1
        base: https://crm.example
        authentication: { kind: api_key, name: X-Key, key: k }
        defaults: { read: { rows: items }, key_lookup: { path: "{path}/{key}" }, create: { key: { at: id } }, update: { path: "{path}/{key}" }, delete: { path: "{path}/{key}" } }
        entities: { Customer: { path: customers } }
        """;

    private static IEnumerable<string> Names => Files.Keys;

    [TestCaseSource(nameof(Names))]
    public void Saying_a_default_changes_nothing(string name)
    {
        var defaults = new SchemaDefaults(JObject.Parse(name == "connector" ? new RestConnector().DefinitionSchema : Schemas.TextOf(name)));
        var said = Compared(defaults, name, Files[name]).ToList();
        if (name == "connector")
        {
            said.AddRange(Compared(defaults, "other", Other));
        }

        said.Where(it => !it.Same).Select(it => it.Key).Distinct().Should().BeEmpty("the engine takes something else where these are not said");
        defaults.Keys.Except(said.Select(it => it.Key)).Should().BeEmpty("no file above leaves these to the engine");
    }

    [TestCase("flow", "$.properties.conflict", "source")]
    [TestCase("systems", "$.definitions.read_every", "6m")]
    [TestCase("entities", "$.definitions.property.properties.access", "create")]
    [TestCase("connector", "$.properties.retries.properties.first_wait", "2s")]
    public void A_default_that_the_engine_does_not_have_is_found(string name, string path, string otherwise)
    {
        var schema = JObject.Parse(name == "connector" ? new RestConnector().DefinitionSchema : Schemas.TextOf(name));
        schema.SelectToken(path)!["default"] = otherwise;

        Compared(new SchemaDefaults(schema), name, Files[name]).Should().Contain(it => !it.Same);
    }

    // Where a key makes no sense, saying it is refused: it is looked at where it does.
    private static IEnumerable<(string Key, bool Same)> Compared(SchemaDefaults defaults, string name, string file)
    {
        var unsaid = Read(name, Json(file).ToString()) ?? throw new InvalidOperationException($"The test's own {name} has faults.");
        return defaults.Said(Json(file)).Select(it => (it.Key, Text: Read(name, it.File.ToString()))).Where(it => it.Text is not null).Select(it => (it.Key, it.Text == unsaid));
    }

    private static string? Read(string name, string text)
    {
        if (name == "document")
        {
            return Inside.Of(DocumentFormReader.Read((MappingNode)Node(text)));
        }

        using var folder = new TemporaryFolder();
        string Text(string file) => file == name ? text : file == "other" ? Other : Files[file];
        File.WriteAllText(folder["systems.yaml"], Text("systems"));
        File.WriteAllText(folder["shop.entities.yaml"], Text("entities"));
        File.WriteAllText(folder["shop.connector.yaml"], Text("connector"));
        File.WriteAllText(folder["other.connector.yaml"], Text("other"));
        File.WriteAllText(folder["some.flow.yaml"], Text("flow"));
        File.WriteAllText(folder["some.flow-test.yaml"], Text("flow-test"));
        var reading = FlowSetReader.Read(WorkspaceLocator.Find(folder.Path)!, [new RestConnector()], new FlowSetOptions { ReadsTests = true });
        return reading.Diagnostics.Any(d => d.Severity == Severity.Error) ? null : Inside.Of((reading.Set, reading.Tests)).Replace(folder.Path, "/workspace", StringComparison.Ordinal);
    }

    private static JObject Json(string text) => (JObject)NodeReader.ToJson(Node(text), new NodeTable());

    private static SourceNode Node(string text) => YamlReader.Read(new SourceText("some.yaml", text), new List<Diagnostic>())!;
}

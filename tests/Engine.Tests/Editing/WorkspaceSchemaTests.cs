using System.Diagnostics;
using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;
using SesamTalk.Connectors.Rest;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Editing;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading.Shape;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Editing;

[Parallelizable(ParallelScope.All)]
public sealed class WorkspaceSchemaTests
{
    private const string FlowSchema = "flow.schema.json";

    private static readonly Lazy<JObject> Shipped = new(() => Exported(Repository.Root, FlowSchema));

    private static IEnumerable<string> Flows => Directory.EnumerateFiles(Path.Combine(Repository.Root, "flows"), "*.flow.yaml", SearchOption.AllDirectories);

    [TestCaseSource(nameof(Flows))]
    public void A_shipped_flow_is_accepted(string file)
    {
        new DraftSeven(Shipped.Value).Accepts(Json(File.ReadAllText(file))).Should().BeTrue();
    }

    [TestCase("source.system", "custom-epr")]
    [TestCase("source.entity", "Orders")]
    [TestCase("target.entity", "Order")]
    [TestCase("create", """{ "on_reference": ["Orders"] }""")]
    [TestCase("match", """[{ "order_nr": "YourRef" }]""")]
    [TestCase("match", """[{ "order_no": "YourReference" }]""")]
    [TestCase("match", """[{ "pairs": { "order_nr": "YourRef" }, "except": ["1"] }]""")]
    [TestCase("properties[0].source", "order_nr")]
    [TestCase("properties[0].target", "YourReference")]
    [TestCase("properties[0].when", """{ "source": { "state": "open" } }""")]
    [TestCase("properties[0].when", """{ "target": [{ "State": 1 }] }""")]
    [TestCase("properties[1].of.source", "Customers")]
    [TestCase("properties[1].of.target", "Account")]
    [TestCase("properties[8].each.key", """{ "product": "Item" }""")]
    [TestCase("properties[8].each.key", """{ "product_id": "Items" }""")]
    [TestCase("properties[8].properties[0].source", "product")]
    [TestCase("properties[8].properties[0].target", "Product")]
    public void A_name_that_the_workspace_does_not_have_is_refused(string path, string value)
    {
        var flow = Order();
        var plain = new DraftSeven(JObject.Parse(Schemas.TextOf("flow")));
        Put(flow, path, value);

        plain.Accepts(flow).Should().BeTrue("it is the names that are wrong, not the form");
        new DraftSeven(Shipped.Value).Accepts(flow).Should().BeFalse();
    }

    [TestCase("create", """{ "on_reference": ["Order", "Quote"] }""")]
    [TestCase("properties[0].source", "lines.product_id")]
    [TestCase("properties[0].source", "lines[line_no=1].product_id")]
    [TestCase("match", """[{ "pairs": { "order_no": "YourRef" }, "except": ["1"] }]""")]
    [TestCase("properties[0].when", """{ "source": [{ "status": "open" }, { "currency": "NOK" }] }""")]
    public void What_a_flow_may_say_of_names_that_are_there_is_accepted(string path, string value)
    {
        var flow = Order();
        Put(flow, path, value);

        new DraftSeven(Shipped.Value).Accepts(flow).Should().BeTrue();
    }

    [Test]
    public async Task The_validator_of_the_engine_reads_the_schemas_and_accepts_the_shipped_flows()
    {
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(Shipped.Value.ToString());

        Flows.SelectMany(file => schema.Validate(Json(File.ReadAllText(file)))).Should().BeEmpty();
    }

    [Test]
    public void A_test_of_a_flow_names_a_flow_that_is_there()
    {
        var schema = new DraftSeven(Exported(Repository.Root, "flow-test.schema.json"));
        var test = JObject.Parse("""{ "version": 1, "flow": "customerp-order-to-exact-salesorders", "tests": [{ "test": "some" }] }""");

        schema.Accepts(test).Should().BeTrue();
        test["flow"] = "customerp-order-to-exact";
        schema.Accepts(test).Should().BeFalse();
    }

    [Test]
    public void The_schemas_of_a_big_workspace_are_made_soon_and_are_no_larger_than_an_editor_can_take()
    {
        using var folder = new TemporaryFolder();
        MakeBig(folder, systems: 10, entities: 100, properties: 50);
        var clock = Stopwatch.StartNew();

        var text = Exported(folder.Path, FlowSchema).ToString(Newtonsoft.Json.Formatting.None);

        TestContext.Out.WriteLine($"{text.Length:N0} characters in {clock.Elapsed.TotalSeconds:0.00} s for 1,000 entities with 50,000 properties");
        text.Length.Should().BeLessThan(6_000_000);
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60));
    }

    private static void MakeBig(TemporaryFolder folder, int systems, int entities, int properties)
    {
        var description = new StringBuilder("version: 1\nentities:\n");
        for (var entity = 0; entity < entities; entity++)
        {
            description.Append(CultureInfo.InvariantCulture, $"  Entity{entity}:\n    key: {{ property: Property0, given_by: system }}\n    properties:\n");
            for (var property = 0; property < properties; property++)
            {
                description.Append(CultureInfo.InvariantCulture, $"      Property{property}: {{ type: string }}\n");
            }
        }

        File.WriteAllText(folder["all.entities.yaml"], description.ToString());
        File.WriteAllText(folder["systems.yaml"], "version: 1\nsystems:\n" + string.Concat(Enumerable.Range(0, systems).Select(i => $"  system{i}: {{ rank: {i}, entities: all.entities.yaml }}\n")));
    }

    private static JObject Exported(string folder, string name)
    {
        var reading = FlowSetReader.Read(WorkspaceLocator.Find(folder)!, [new RestConnector()]);
        return JObject.Parse(WorkspaceSchemas.Of(reading, [new RestConnector()])!.Value.Single(file => file.Name == name).Text);
    }

    private static JObject Order() => (JObject)Json(File.ReadAllText(Flows.Single(file => file.EndsWith("customerp-order-to-exact-salesorders.flow.yaml", StringComparison.Ordinal))));

    private static void Put(JObject flow, string path, string value)
    {
        var (above, key) = path.LastIndexOf('.') is var dot && dot < 0 ? (flow, path) : ((JObject)flow.SelectToken(path[..dot])!, path[(dot + 1)..]);
        above[key] = value[0] is '{' or '[' ? JToken.Parse(value) : value;
    }

    private static JToken Json(string text) => NodeReader.ToJson(YamlReader.Read(new SourceText("some.yaml", text), new List<SesamTalk.Engine.Diagnostics.Diagnostic>())!, new NodeTable());
}

using Newtonsoft.Json.Linq;
using SesamTalk.Engine.Flows.Reading.Shape;

namespace SesamTalk.Engine.Tests.Testing;

[Parallelizable(ParallelScope.All)]
internal sealed class FlowTestSchemaTests
{
    [Test]
    public void Every_key_of_a_test_file_has_examples()
    {
        var root = JObject.Parse(Schemas.TextOf("flow-test"));
        var keys = root.Descendants().OfType<JProperty>().Where(it => it.Name == "properties").SelectMany(it => ((JObject)it.Value).Properties());

        keys.Where(key => Resolved(root, (JObject)key.Value)["examples"] is not JArray { Count: > 0 }).Select(key => key.Path).Should().BeEmpty();
    }

    private static JObject Resolved(JObject root, JObject schema) =>
        schema["$ref"] is { } reference ? (JObject)root.SelectToken(reference.ToString()[2..].Replace('/', '.'))! : schema;
}

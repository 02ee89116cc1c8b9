using System.Text.Json.Nodes;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Engine.Tests.Reference;

/// <summary>The reference of each kind of file says what its schema says.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SchemaPageTests
{
    private const string Ending = ".schema.json";

    private static readonly string Folder = Path.Combine(Repository.Root, "schemas");

    public static IEnumerable<string> Schemas => Directory.GetFiles(Folder, "*" + Ending).Select(file => Path.GetFileName(file)[..^Ending.Length]).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Schemas))]
    public void The_page_of_a_schema_is_up_to_date(string name) =>
        GoldenFile.CompareWith($"docs/reference/{name}-file.md", SchemaPage.Text(name, FileOf(name), TextOf(name)));

    [TestCaseSource(nameof(Schemas))]
    public void Every_key_of_a_schema_has_a_line_on_its_page(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "reference", $"{name}-file.md"));

        foreach (var keys in KeysIn(JsonNode.Parse(TextOf(name))!).GroupBy(key => key, StringComparer.Ordinal))
        {
            lines.Count(line => line.StartsWith($"| `{keys.Key}` |", StringComparison.Ordinal) || line.StartsWith($"| **`{keys.Key}`** |", StringComparison.Ordinal))
                .Should().Be(keys.Count(), "the schema describes '{0}' so often", keys.Key);
        }
    }

    private static string TextOf(string name) => File.ReadAllText(Path.Combine(Folder, name + Ending));

    private static string FileOf(string name) => name == "systems" ? "systems.yaml" : $"*.{name}.yaml";

    // What stands under 'examples' or 'default' is a value and no schema.
    private static IEnumerable<string> KeysIn(JsonNode? node) => node switch
    {
        JsonObject schema => (schema["properties"] as JsonObject ?? []).Select(key => key.Key)
            .Concat(schema.SelectMany(it => it.Key switch
            {
                "examples" or "default" or "enum" => [],
                "properties" or "patternProperties" or "definitions" => it.Value!.AsObject().SelectMany(child => KeysIn(child.Value)),
                _ => KeysIn(it.Value),
            })),
        JsonArray list => list.SelectMany(KeysIn),
        _ => [],
    };
}

using SesamTalk.Cli.Editors;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.Engine.Formatting;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class SchemaExportTests
{
    [TestCase("schema export", "plain.txt")]
    [TestCase("schema export --workspace", "filled.txt")]
    [TestCase("schema export --workspace . --out editor/schemas", "elsewhere.txt")]
    [TestCase("schema export --workspace --format json", "filled.json")]
    [TestCase("schema export --out systems.yaml", "in-the-way.txt")]
    [TestCase("ls --workspace", "no-value.txt")]
    public async Task It_tells_what_it_wrote(string arguments, string golden)
    {
        using var workspace = AuthoredWorkspace.Create();

        var result = await workspace.Program().RunAsync(arguments.Split(' '));

        GoldenFile.Compare($"cli/schema/{golden}", result.All);
    }

    [Test]
    public async Task Without_a_workspace_the_schemas_are_those_of_the_project()
    {
        using var folder = new TemporaryFolder();

        var result = await new TestProgram(folder.Path).RunAsync("schema", "export");

        result.Code.Should().Be(ExitCode.Done);
        Contents(Path.Combine(folder.Path, "schemas")).Should().BeEquivalentTo(Contents(Path.Combine(Repository.Root, "schemas")));
    }

    [Test]
    public async Task Plain_schemas_are_replaced_by_filled_ones_only_where_their_folder_is_named()
    {
        using var workspace = AuthoredWorkspace.Create();
        await workspace.Program().RunAsync("schema", "export");

        var refused = await workspace.Program().RunAsync("schema", "export", "--workspace");
        var named = await workspace.Program().RunAsync("schema", "export", "--workspace", "--out", "schemas");
        var again = await workspace.Program().RunAsync("schema", "export", "--workspace");

        GoldenFile.Compare("cli/schema/plain-there.txt", refused.All);
        named.Code.Should().Be(ExitCode.Done);
        again.Code.Should().Be(ExitCode.Done);
    }

    [Test]
    public async Task With_a_workspace_the_names_of_its_systems_entities_and_properties_are_in_them()
    {
        using var workspace = AuthoredWorkspace.Create();

        await workspace.Program().RunAsync("schema", "export", "--workspace");

        var schema = await File.ReadAllTextAsync(workspace.PathOf("schemas/flow.schema.json"));
        schema.Should().ContainAll("\"shop\"", "\"Lead\"", "\"full_name\"");
    }

    [Test]
    public void The_settings_of_the_editor_in_the_project_are_those_of_every_workspace() =>
        File.ReadAllText(Path.Combine(Repository.Root, EditorSettings.Path)).ReplaceLineEndings("\n").Should().Be(EditorSettings.Text.ReplaceLineEndings("\n"));

    [Test]
    public void The_settings_of_the_editor_name_a_schema_for_each_kind_of_file()
    {
        using var settings = System.Text.Json.JsonDocument.Parse(EditorSettings.Text);
        var mapped = settings.RootElement.GetProperty("yaml.schemas").EnumerateObject().ToList();

        mapped.Should().OnlyContain(entry => File.Exists(Path.Combine(Repository.Root, entry.Name)));
        mapped.Should().HaveCount(Directory.GetFiles(Path.Combine(Repository.Root, EditorSettings.Schemas)).Length);
        mapped.SelectMany(entry => entry.Value.EnumerateArray()).Should().OnlyContain(pattern => FileFormatter.IsOfLanguage(pattern.GetString()!.Replace("*", "some", StringComparison.Ordinal)));
    }

    private static Dictionary<string, string> Contents(string folder) =>
        Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), file => File.ReadAllText(file).ReplaceLineEndings("\n"));
}

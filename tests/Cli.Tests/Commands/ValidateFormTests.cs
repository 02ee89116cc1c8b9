using System.Text.Json;
using System.Xml.Linq;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class ValidateFormTests
{
    private static readonly string Broken = SmallWorkspace.PeopleFlow
        .Replace("target: mobile", "target: moblie", StringComparison.Ordinal)
        .Replace("entity: Person", "entity: Persn", StringComparison.Ordinal);

    private static readonly string NamedOtherwise = SmallWorkspace.PeopleFlow.Replace("flow: people", "flow: persons", StringComparison.Ordinal);

    [TestCase("github", "txt")]
    [TestCase("sarif", "json")]
    [TestCase("junit", "xml")]
    public async Task All_faults_are_told_to_a_build_server(string form, string ending)
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", Broken);

        var result = await workspace.Program().RunAsync("validate", "--format", form);

        GoldenFile.Compare($"cli/validate/broken.{form}.{ending}", result.Output);
        (result.Code, result.Error).Should().Be((ExitCode.Findings, string.Empty));
    }

    [Test]
    public async Task GitHub_is_given_ten_of_a_kind_and_told_how_many_more_there_are()
    {
        using var workspace = new SmallWorkspace();
        var rows = string.Concat(Enumerable.Range(0, 12).Select(i => $"  - {{ source: name{i}x, target: full_name }}\n"));
        workspace.Write("people.flow.yaml", NamedOtherwise + rows);

        var lines = (await workspace.Program().RunAsync("validate", "--format", "github")).Output.Split('\n');

        lines.Where(line => line.StartsWith("::error", StringComparison.Ordinal)).Should().HaveCount(10);
        lines.Where(line => line.StartsWith("::warning", StringComparison.Ordinal)).Should().ContainSingle();
        lines.Should().Contain("and 2 more errors, which GitHub would not show beside the lines");
    }

    [Test]
    public async Task What_GitHub_takes_for_an_end_is_written_otherwise()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("a,b%c.flow.yaml", Broken);

        var result = await workspace.Program().RunAsync("validate", "--format", "github", workspace.PathOf("a,b%c.flow.yaml"));

        result.Output.Should().Contain("file=a%2Cb%25c.flow.yaml,line=").And.Contain("%0Ahelp: ");
    }

    [Test]
    public async Task What_is_written_as_SARIF_is_as_its_standard_demands()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", Broken);
        workspace.Write("my people.flow.yaml", Broken);

        var result = await workspace.Program().RunAsync("validate", "--format", "sarif");

        (await SarifSchema.FaultsAsync(result.Output)).Should().BeEmpty();
        result.Output.Should().Contain("my%20people.flow.yaml").And.Contain("relatedLocations").And.Contain("replacements");
    }

    [Test]
    public async Task A_finding_keeps_its_fingerprint_when_lines_are_added_above_it()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", Broken);
        var before = await FingerprintsAsync(workspace);
        workspace.Write("people.flow.yaml", "# One more line.\n" + Broken);

        var after = await FingerprintsAsync(workspace);

        after.Should().Equal(before).And.OnlyHaveUniqueItems().And.HaveCountGreaterThan(1);
    }

    [TestCase("github", "file=company/flows/people.flow.yaml,")]
    [TestCase("sarif", "\"uri\": \"company/flows/people.flow.yaml\"")]
    [TestCase("junit", "name=\"company/flows/people.flow.yaml\"")]
    public async Task Files_are_named_from_the_root_of_the_repository(string form, string named)
    {
        using var repository = new SmallWorkspace();
        Directory.CreateDirectory(repository.PathOf(".git"));
        foreach (var file in Directory.EnumerateFiles(repository.Folder, "*.yaml"))
        {
            Directory.CreateDirectory(repository.PathOf("company/flows"));
            File.Move(file, repository.PathOf($"company/flows/{Path.GetFileName(file)}"));
        }

        repository.Write("company/flows/people.flow.yaml", Broken);

        var result = await new TestProgram(repository.PathOf("company")).RunAsync("validate", "--format", form);

        result.Output.Should().Contain(named);
    }

    [Test]
    public async Task Several_forms_are_given_at_once_each_into_its_file()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", Broken);

        var result = await workspace.Program().RunAsync("validate", "--format", "sarif", "--output", "a.sarif", "--format", "junit", "--output", "b.xml", "--format", "text");

        JsonDocument.Parse(File.ReadAllText(workspace.PathOf("a.sarif"))).RootElement.GetProperty("version").GetString().Should().Be("2.1.0");
        XDocument.Load(workspace.PathOf("b.xml")).Root!.Name.LocalName.Should().Be("testsuites");
        result.Output.Should().Contain("people.flow.yaml:").And.EndWith("errors.\n");
    }

    [Test]
    public async Task A_file_without_faults_is_a_case_that_passed()
    {
        using var workspace = new SmallWorkspace();

        var result = await workspace.Program().RunAsync("validate", "--format", "junit");

        var suites = XDocument.Parse(result.Output).Root!.Elements("testsuite").ToList();
        suites.Select(suite => (string)suite.Attribute("name")!).Should().Equal("crm.entities.yaml", "people.flow.yaml", "shop.entities.yaml", "systems.yaml");
        suites.Should().OnlyContain(suite => (int)suite.Attribute("tests")! == 1 && (int)suite.Attribute("failures")! == 0);
    }

    [Test]
    public async Task A_file_that_XML_cannot_say_is_told_of_all_the_same()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow.Replace("source: phone", "source: \"pho\\u0001ne\u0001\ud83d\ude00\"", StringComparison.Ordinal));

        var result = await workspace.Program().RunAsync("validate", "--format", "junit");

        XDocument.Parse(result.Output).Descendants("failure").Should().NotBeEmpty();
    }

    [TestCase(0, "0", "1 flow, 2 systems: 1 warning.\n")]
    [TestCase(1, "1", "1 flow, 2 systems: 1 denied warning.\n", "--deny-warnings")]
    public async Task Warnings_are_let_pass_unless_they_are_denied(int code, string failures, string summary, params string[] options)
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", NamedOtherwise);

        var result = await workspace.Program().RunAsync(["validate", .. options, "--format", "junit", "--output", "result.xml", "--format", "text"]);

        ((int)result.Code, XDocument.Load(workspace.PathOf("result.xml")).Root!.Attribute("failures")!.Value).Should().Be((code, failures));
        result.Output.Should().EndWith(summary);
    }

    [Test]
    public async Task A_form_of_another_command_is_no_form_of_this_one()
    {
        using var workspace = new SmallWorkspace();

        var result = await workspace.Program().RunAsync("ls", "--format", "sarif");

        result.All.Should().Be("--- beside the result\n'sarif' is not a form: there is text, json.\n'sesamtalk --help' lists the commands, and 'sesamtalk COMMAND --help' tells about one.\n--- exit code 64\n");
    }

    private static async Task<IReadOnlyList<string>> FingerprintsAsync(SmallWorkspace workspace)
    {
        using var document = JsonDocument.Parse((await workspace.Program().RunAsync("validate", "--format", "sarif")).Output);
        return [.. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!)];
    }
}

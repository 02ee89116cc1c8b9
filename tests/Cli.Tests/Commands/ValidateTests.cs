using System.Text.Json;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class ValidateTests
{
    private static readonly string Broken = SmallWorkspace.PeopleFlow
        .Replace("target: mobile", "target: moblie", StringComparison.Ordinal)
        .Replace("entity: Person", "entity: Persn", StringComparison.Ordinal);

    [Test]
    public async Task A_workspace_without_faults_is_one_line()
    {
        using var workspace = new SmallWorkspace();

        var result = await workspace.Program().RunAsync("validate");

        result.All.Should().Be("1 flow, 2 systems: nothing to report.\n--- exit code 0\n");
    }

    [Test]
    public async Task What_tells_how_a_document_is_put_is_checked_as_well()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("shop/shop.document.yaml", "version: 1\ndocument: CRM to Shop\nsections:\n  - { flow: people, heading: [CRM Person], target_system: Shop }\n");

        var whole = await workspace.Program().RunAsync("validate");
        var elsewhere = await workspace.Program().RunAsync("validate", "people.flow.yaml");
        var tests = await workspace.Program().RunAsync("test");

        whole.Output.Should().Contain("shop/shop.document.yaml:4:").And.Contain("error ST1007: 'heading' holds too little");
        whole.Code.Should().Be(ExitCode.Findings);
        elsewhere.Code.Should().Be(ExitCode.Done);
        tests.Output.Should().NotContain("ST1007", "no test reads it");
    }

    [Test]
    public async Task A_page_may_show_how_a_document_is_put()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("page.md", "```yaml\n# shop.document.yaml\nversion: 1\ndocument: CRM to Shop\nsection: []\n```\n");

        var result = await workspace.Program().RunAsync("validate", "page.md");

        result.Output.Should().Contain("page.md:5:1: error").And.Contain("did you mean 'sections'?");
        result.Code.Should().Be(ExitCode.Findings);
    }

    [Test]
    public async Task All_faults_are_shown_with_their_lines()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", Broken);

        var result = await workspace.Program().RunAsync("validate");

        GoldenFile.Compare("cli/validate/broken.txt", result.All);
    }

    [Test]
    public async Task All_faults_are_told_to_a_program()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", Broken);

        var result = await workspace.Program().RunAsync("validate", "--format", "json");

        GoldenFile.Compare("cli/validate/broken.json", result.Output);
        result.Code.Should().Be(ExitCode.Findings);
    }

    [TestCase("validate", "other.flow.yaml")]
    [TestCase("validate", "--select", "other")]
    [TestCase("validate", "--exclude", "people")]
    public async Task Only_the_flows_that_were_asked_for_are_reported_on(params string[] arguments)
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", Broken);
        workspace.Write("other.flow.yaml", SmallWorkspace.PeopleFlow.Replace("flow: people", "flow: other", StringComparison.Ordinal).Replace("mobile", "moblie", StringComparison.Ordinal));

        var result = await workspace.Program().RunAsync([.. arguments, "--format", "json"]);

        using var document = JsonDocument.Parse(result.Output);
        document.RootElement.GetProperty("diagnostics").EnumerateArray()
            .Select(diagnostic => diagnostic.GetProperty("file").GetString()).Distinct().Should().Equal("other.flow.yaml");
    }

    [Test]
    public async Task The_workspace_of_a_file_is_found_from_the_file()
    {
        using var workspace = new SmallWorkspace();

        var result = await new TestProgram(Path.GetTempPath()).RunAsync("validate", workspace.PathOf("people.flow.yaml"));

        result.Output.Should().Be("1 flow, 2 systems: nothing to report.\n");
    }
}

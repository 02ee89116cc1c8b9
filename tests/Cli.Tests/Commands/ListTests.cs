using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class ListTests
{
    [TestCase("ls", "ls.txt")]
    [TestCase("ls --format json", "ls.json")]
    public async Task Flows_and_systems_are_listed(string arguments, string golden)
    {
        using var workspace = new SmallWorkspace();

        var result = await workspace.Program().RunAsync(arguments.Split(' '));

        GoldenFile.Compare($"cli/ls/{golden}", result.All);
    }

    [Test]
    public async Task On_a_narrow_terminal_each_is_a_paragraph()
    {
        using var workspace = new SmallWorkspace();

        var result = await workspace.Program(terminal: 50).RunAsync("ls");

        GoldenFile.Compare("cli/ls/narrow.txt", result.Output);
    }

    [TestCase("p*")]
    [TestCase("people")]
    [TestCase("tag:persons")]
    [TestCase("tag:per*")]
    [TestCase("system:shop")]
    [TestCase("entity:Customer")]
    [TestCase("entity:crm/Person")]
    public async Task A_selector_picks_flows_by_name_pattern_tag_system_and_entity(string selector)
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("crm-only.flow.yaml", """
            version: 1
            flow: crm-only
            source: { system: crm, entity: Person }
            target: { system: crm, entity: Person }
            properties: []

            """);

        var picked = await workspace.Program().RunAsync("ls", "--select", selector);
        var left = await workspace.Program().RunAsync("ls", "--exclude", selector, "crm-*");

        picked.Output.Should().Contain(" people ");
        picked.Output.Contains("crm-only", StringComparison.Ordinal).Should().Be(selector == "entity:crm/Person");
        left.Code.Should().Be(ExitCode.Usage, "nothing is left");
    }

    [Test]
    public async Task Flows_with_errors_are_listed_all_the_same()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow.Replace("mobile", "moblie", StringComparison.Ordinal));

        var result = await workspace.Program().RunAsync("ls");

        GoldenFile.Compare("cli/ls/ls.txt", result.All);
    }
}

using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class StatusTests
{
    [Test]
    public async Task Before_the_first_run_it_says_how_to_go_on()
    {
        using var workspace = new SmallWorkspace();

        var result = await workspace.Program().RunAsync("status");

        result.All.Should().Be("Workspace /workspace\nNothing has run here yet. Next: 'sesamtalk run'.\n--- exit code 0\n");
    }

    [Test]
    public async Task Before_the_first_run_the_document_has_all_members()
    {
        using var workspace = new SmallWorkspace();

        var result = await workspace.Program().RunAsync("status", "--format", "json");

        GoldenFile.Compare("cli/status/before.json", result.Output);
    }

    [Test]
    [Clause("I4")]
    public async Task What_waits_for_a_person_is_listed_with_what_to_do()
    {
        using var workspace = await WithOpenQuestionsAsync();

        var result = await workspace.Program().RunAsync("status");

        GoldenFile.Compare("cli/status/open.txt", result.All);
    }

    [Test]
    public async Task What_waits_for_a_person_is_told_to_a_program()
    {
        using var workspace = await WithOpenQuestionsAsync();

        var result = await workspace.Program().RunAsync("status", "--format", "json");

        GoldenFile.Compare("cli/status/open.json", Holder(result.Output));
    }

    [Test]
    public async Task Flows_with_errors_hide_nothing()
    {
        using var workspace = await WithOpenQuestionsAsync();
        var before = await workspace.Program().RunAsync("status");
        workspace.Write("people.flow.yaml", "version: 1\nflow: [\n");

        var result = await workspace.Program().RunAsync("status");

        result.Should().Be(before);
    }

    [Test]
    public async Task A_state_that_is_no_state_is_told_of()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write(".sesamtalk/state.db", "this is no database, and it is longer than the hundred bytes that the head of a database takes in its file");

        var result = await workspace.Program().RunAsync("status");

        GoldenFile.Compare("cli/status/no-state.txt", result.All);
    }

    private static async Task<SmallWorkspace> WithOpenQuestionsAsync()
    {
        var workspace = new SmallWorkspace().WithPeople();
        workspace.Execute("crm", "INSERT INTO Person VALUES (6, 'Gerhardine van den Heuvel', 'gerda@example.com', NULL)");
        workspace.Execute("shop", "PRAGMA writable_schema = 1; INSERT INTO Customer (full_name) VALUES ('Henk')");
        await workspace.Program().RunAsync("run");
        return workspace;
    }

    private static string Holder(string text) => System.Text.RegularExpressions.Regex.Replace(text, "process [0-9]+ on [^\"]*", "process # on #");
}

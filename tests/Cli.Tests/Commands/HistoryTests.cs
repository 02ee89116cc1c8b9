using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
[Clause("H2")]
public sealed class HistoryTests
{
    [TestCase("explain.txt", "explain", "crm/Person/2")]
    [TestCase("explain-property.txt", "explain", "crm/Person/2", "phone")]
    [TestCase("explain.json", "explain", "crm/Person/2", "phone", "--format", "json")]
    [TestCase("explain-no-property.txt", "explain", "crm/Person/2", "fax")]
    [TestCase("history.txt", "history", "crm/Person/2")]
    [TestCase("history-limit.txt", "history", "crm/Person/2", "--limit", "1")]
    [TestCase("history.json", "history", "crm/Person/2", "--format", "json")]
    [TestCase("history-bad-limit.txt", "history", "crm/Person/2", "--limit", "none")]
    [TestCase("undo.txt", "undo", "2")]
    [TestCase("undo.json", "undo", "2", "--format", "json")]
    [TestCase("undo-created.txt", "undo", "1")]
    [TestCase("undo-no-run.txt", "undo", "99")]
    public async Task What_was_done_is_told_and_taken_back(string golden, params string[] arguments)
    {
        using var workspace = new SmallWorkspace().WithPeople();
        var program = workspace.Program();
        await program.RunAsync("run");
        program.Clock.Advance(TimeSpan.FromMinutes(1));
        workspace.Execute("shop", "UPDATE Customer SET mobile = '900 10 099' WHERE no = 12");
        await program.RunAsync("run");
        program.Clock.Advance(TimeSpan.FromMinutes(1));

        var result = await program.RunAsync(arguments);

        GoldenFile.Compare($"cli/history/{golden}", golden.EndsWith("json", StringComparison.Ordinal) ? result.Output : result.All);
    }

    [TestCase("conflicts-list.txt", "conflicts", "list")]
    [TestCase("conflicts-all.txt", "conflicts", "list", "--all")]
    [TestCase("conflicts-all.json", "conflicts", "list", "--all", "--format", "json")]
    [TestCase("conflicts-show.txt", "conflicts", "show", "1")]
    [TestCase("conflicts-none.txt", "conflicts", "show", "9")]
    [TestCase("conflicts-decided.txt", "conflicts", "resolve", "1", "--take", "source")]
    [TestCase("explain-conflict.txt", "explain", "crm/Person/2", "phone")]
    [Clause("R4")]
    public async Task Where_two_edits_met_is_told(string golden, params string[] arguments)
    {
        using var workspace = new SmallWorkspace().WithPeople();
        var program = workspace.Program();
        await program.RunAsync("run");
        program.Clock.Advance(TimeSpan.FromMinutes(1));
        workspace.Execute("shop", "UPDATE Customer SET mobile = '900 10 099' WHERE no = 12");
        workspace.Execute("crm", "UPDATE Person SET phone = '900 10 077' WHERE id = 2");
        await program.RunAsync("run");

        var result = await program.RunAsync(arguments);

        GoldenFile.Compare($"cli/history/{golden}", golden.EndsWith("json", StringComparison.Ordinal) ? result.Output : result.All);
    }

    [Test]
    [Clause("R5")]
    public async Task A_conflict_that_waits_is_decided_by_a_person()
    {
        using var workspace = WithTeams();
        var program = workspace.Program();
        await program.RunAsync("run");
        program.Clock.Advance(TimeSpan.FromMinutes(1));

        var list = await program.RunAsync("conflicts", "list");
        var json = await program.RunAsync("conflicts", "show", "1", "--format", "json");
        var resolved = await program.RunAsync("conflicts", "resolve", "1", "--take", "target");
        var run = await program.RunAsync("run");
        var after = await program.RunAsync("conflicts", "show", "1");

        GoldenFile.Compare("cli/history/conflict-waits.txt", list.All + json.All + resolved.All + run.All + after.All);
    }

    /// <summary>A person who is of one team here and of another there.</summary>
    private static SmallWorkspace WithTeams()
    {
        var workspace = new SmallWorkspace();
        foreach (var (system, entity) in new[] { ("crm", "Person"), ("shop", "Customer") })
        {
            workspace.Write($"{system}.entities.yaml", $$"""
                version: 1
                entities:
                  Team:
                    key: { property: id, given_by: system }
                    properties:
                      id: { type: integer, access: never }
                      name: { type: string }
                  {{entity}}:
                    key: { property: id, given_by: system }
                    properties:
                      id: { type: integer, access: never }
                      mail: { type: string }
                      team: { type: integer, references: Team }

                """);
            workspace.Execute(system, $"""
                DROP TABLE {entity}; CREATE TABLE {entity} (id INTEGER PRIMARY KEY, mail TEXT, team INTEGER);
                CREATE TABLE Team (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO Team VALUES (1, 'One'), (2, 'Two')
                """);
        }

        workspace.Write("people.flow.yaml", Flow("people", "Person", "Customer", "mail", "  - { source: team, target: team, type: reference, of: { source: Team, target: Team } }\n"));
        workspace.Write("teams.flow.yaml", Flow("teams", "Team", "Team", "name", string.Empty));
        workspace.Execute("crm", "INSERT INTO Person VALUES (1, 'ada@example.com', 1)");
        workspace.Execute("shop", "INSERT INTO Customer VALUES (1, 'ada@example.com', 2)");
        return workspace;
    }

    private static string Flow(string name, string source, string target, string match, string more) => $$"""
        version: 1
        flow: {{name}}
        source: { system: crm, entity: {{source}} }
        target: { system: shop, entity: {{target}} }
        create: never
        match:
          - { {{match}}: {{match}} }
        properties:
          - { source: {{match}}, target: {{match}}, type: string }

        """ + more;
}

using System.Text.Json;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.Cli.Workspaces;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class ChangedSinceTests
{
    private static readonly string Broken = SmallWorkspace.PeopleFlow.Replace("target: mobile", "target: moblie", StringComparison.Ordinal);

    // Three flows with a fault each; the third refers to records that both others link.
    private static readonly string[] Flows = ["people.flow.yaml", "other.flow.yaml", "visits.flow.yaml"];

    [TestCase("people.flow.yaml", "people.flow.yaml", "visits.flow.yaml")]
    [TestCase("other.flow.yaml", "other.flow.yaml", "visits.flow.yaml")]
    [TestCase("visits.flow.yaml", "visits.flow.yaml")]
    [TestCase("crm.entities.yaml", "other.flow.yaml", "people.flow.yaml", "visits.flow.yaml")]
    [TestCase("bank.entities.yaml", "other.flow.yaml")]
    [TestCase("systems.yaml", "other.flow.yaml", "people.flow.yaml", "visits.flow.yaml")]
    [TestCase("gone.flow.yaml", "other.flow.yaml", "people.flow.yaml", "visits.flow.yaml")]
    [TestCase("notes.txt")]
    public async Task Only_what_changed_and_what_refers_to_it_is_reported_on(string changed, params string[] reported)
    {
        using var workspace = Workspace();

        var result = await Program(workspace, changed).RunAsync("validate", "--changed-since", "main", "--format", "json");

        FilesOf(result.Output).Should().Equal(reported);
        result.Code.Should().Be(reported.Length == 0 ? ExitCode.Done : ExitCode.Findings);
    }

    [Test]
    public async Task A_finding_elsewhere_that_has_to_do_with_a_changed_file_is_reported()
    {
        using var workspace = Workspace();
        foreach (var flow in Flows)
        {
            File.Delete(workspace.PathOf(flow));
        }

        workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow);
        workspace.Write("people-again.flow.yaml", SmallWorkspace.PeopleFlow.Replace("flow: people", "flow: people-again", StringComparison.Ordinal));

        var result = await Program(workspace, "people.flow.yaml").RunAsync("validate", "--changed-since", "main");

        result.Output.Should().Contain("people-again.flow.yaml:").And.Contain("ST3003");
    }

    [Test]
    public async Task What_is_left_out_is_counted()
    {
        using var workspace = Workspace();

        var result = await Program(workspace, "bank.entities.yaml").RunAsync("validate", "--changed-since", "main");

        result.Output.Should().EndWith("3 flows, 3 systems: 1 error. 2 findings in files that are left out.\n");
    }

    [Test]
    public async Task The_git_of_the_machine_tells_what_changed_on_this_side_and_what_it_does_not_know_yet()
    {
        using var workspace = Workspace();
        IgnoreWithoutGit(workspace);
        Git(workspace, "init", "--quiet", "--initial-branch=main");
        Git(workspace, "add", ".");
        Commit(workspace, "first");
        Git(workspace, "switch", "--quiet", "--create", "side");
        workspace.Write("people.flow.yaml", Broken + "# changed\n");
        workspace.Write("new.flow.yaml", "version: 1\n");
        Commit(workspace, "second");
        Git(workspace, "switch", "--quiet", "main");
        workspace.Write("other.flow.yaml", File.ReadAllText(workspace.PathOf("other.flow.yaml")) + "# changed by others\n");
        Commit(workspace, "third");
        Git(workspace, "switch", "--quiet", "side");

        var result = await workspace.Program().RunAsync("validate", "--changed-since", "main", "--format", "json");

        FilesOf(result.Output).Should().Equal("new.flow.yaml", "people.flow.yaml", "visits.flow.yaml");
    }

    [Test]
    public async Task Where_there_is_no_git_the_option_says_so()
    {
        using var workspace = Workspace();

        var result = await new TestProgram(workspace.Folder) { Git = (_, _) => null }.RunAsync("validate", "--changed-since", "main");

        result.All.Should().Be("--- beside the result\n--changed-since needs git, and there is no program 'git' on this machine.\nInstall it, or leave the option out.\n--- exit code 64\n");
    }

    [Test]
    public async Task Where_there_is_no_repository_the_option_says_so()
    {
        using var workspace = Workspace();
        IgnoreWithoutGit(workspace);

        var result = await workspace.Program().RunAsync("validate", "--changed-since", "main");

        result.Error.Should().StartWith("--changed-since needs a git repository, and /workspace is in none: ");
        result.Code.Should().Be(ExitCode.Usage);
    }

    [Test]
    public async Task A_revision_that_is_not_there_is_named()
    {
        using var workspace = Workspace();
        var program = new TestProgram(workspace.Folder) { Git = (_, arguments) => new GitAnswer(arguments.Contains("--verify") ? 1 : 0, "", "") };

        var result = await program.RunAsync("validate", "--changed-since", "mian");

        result.Error.Should().StartWith("There is no revision 'mian' in the git repository /workspace.\nFetch it first: ");
        result.Code.Should().Be(ExitCode.Usage);
    }

    private static SmallWorkspace Workspace()
    {
        var workspace = new SmallWorkspace();
        workspace.Write("systems.yaml", File.ReadAllText(workspace.PathOf("systems.yaml")) + """
              bank:
                names: [Bank]
                rank: 5
                connector: sql
                settings: { provider: sqlite, connection: "Data Source=bank.db" }
                entities: bank.entities.yaml

            """);
        workspace.Write("crm.entities.yaml", File.ReadAllText(workspace.PathOf("crm.entities.yaml")) + Visits("Visit", "Person", "person"));
        workspace.Write("shop.entities.yaml", File.ReadAllText(workspace.PathOf("shop.entities.yaml")) + Visits("Call", "Customer", "customer"));
        workspace.Write("bank.entities.yaml", File.ReadAllText(workspace.PathOf("shop.entities.yaml")).Replace("Customer", "Payer", StringComparison.Ordinal));
        workspace.Write(Flows[0], Broken);
        workspace.Write(Flows[1], Broken.Replace("flow: people", "flow: other", StringComparison.Ordinal).Replace("system: shop, entity: Customer", "system: bank, entity: Payer", StringComparison.Ordinal));
        workspace.Write(Flows[2], """
            version: 1
            source: { system: crm, entity: Visit }
            target: { system: shop, entity: Call }
            create: never
            match:
              - { subject: subject }
            properties:
              - { source: person, target: customer, of: { source: Person, target: Customer } }
              - { source: subject, target: sbject }

            """);
        return workspace;
    }

    private static string Visits(string entity, string referred, string property) => $$"""
          {{entity}}:
            key: { property: id, given_by: system }
            properties:
              id: { type: integer, access: never }
              subject: { type: string }
              {{property}}: { type: integer, references: {{referred}} }

        """;

    private static TestProgram Program(SmallWorkspace workspace, string changed) => new(workspace.Folder)
    {
        Git = (_, arguments) => new GitAnswer(0, arguments[0] == "diff" ? $"{changed}\0" : "", ""),
    };

    private static IEnumerable<string?> FilesOf(string output)
    {
        using var document = JsonDocument.Parse(output);
        return [.. document.RootElement.GetProperty("diagnostics").EnumerateArray().Select(diagnostic => diagnostic.GetProperty("file").GetString()).Distinct()];
    }

    private static void IgnoreWithoutGit(SmallWorkspace workspace)
    {
        if (GitProgram.Run(workspace.Folder, ["--version"]) is null)
        {
            Assert.Ignore("There is no git on this machine.");
        }
    }

    private static void Commit(SmallWorkspace workspace, string message)
    {
        Git(workspace, "add", ".");
        Git(workspace, "-c", "user.name=Nobody", "-c", "user.email=nobody@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", message);
    }

    private static void Git(SmallWorkspace workspace, params string[] arguments) =>
        GitProgram.Run(workspace.Folder, arguments)!.Code.Should().Be(0, string.Join(' ', arguments));
}

using System.Text.Json.Nodes;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class DoctorTests
{
    [TestCase("well.txt", "doctor")]
    [TestCase("well.json", "doctor", "--format", "json")]
    [TestCase("one.txt", "doctor", "shop")]
    [TestCase("unknown.txt", "doctor", "shpo")]
    public async Task What_is_as_it_should_be_is_told_layer_by_layer(string golden, params string[] arguments)
    {
        using var workspace = new SmallWorkspace().WithPeople();

        var result = await workspace.Program().RunAsync(arguments);

        GoldenFile.Compare($"cli/doctor/{golden}", result.All);
    }

    [TestCase("assumed.txt", "doctor")]
    [TestCase("assumed-one.txt", "doctor", "shop")]
    public async Task Settings_that_are_only_assumed_are_told_together_and_one_by_one_where_their_system_is_named(string golden, params string[] arguments)
    {
        using var workspace = WithAssumptions();

        var result = await workspace.Program().RunAsync(arguments);

        GoldenFile.Compare($"cli/doctor/{golden}", result.All);
    }

    [Test]
    public async Task A_program_is_told_each_setting_that_is_only_assumed()
    {
        using var workspace = WithAssumptions();

        var result = await workspace.Program().RunAsync("doctor", "--format", "json");

        var document = JsonNode.Parse(result.Output)!;
        document["examined"]!.AsArray().SelectMany(it => it!["examinations"]!.AsArray()).Select(it => (string)it!["message"]!)
            .Where(message => message.Contains("assumed", StringComparison.Ordinal)).Should().HaveCount(3);
        ((int)document["warnings"]!).Should().Be(3);
    }

    // The shop is a service that nobody has tried yet.
    private static SmallWorkspace WithAssumptions()
    {
        var workspace = new SmallWorkspace().WithPeople();
        workspace.Write("systems.yaml", File.ReadAllText(workspace.PathOf("systems.yaml")).Replace(
            "connector: sql\n    settings: { provider: sqlite, connection: \"Data Source=shop.db\" }", "connector: rest\n    definition: shop.connector.yaml", StringComparison.Ordinal));
        workspace.Write("shop.connector.yaml", """
            version: 1
            settings:
              page_size: { meaning: How many rows a page has., default: 100, unconfirmed: true }
              path: { meaning: Where customers are., default: customers, unconfirmed: true }
              order: { meaning: The order of lists., default: no, unconfirmed: true }
            base: http://127.0.0.1:9/
            entities:
              Customer:
                path: ${setting:path}
                read: { parameters: { order: "${setting:order}" }, paging: { kind: page, parameter: page, size: "${setting:page_size}", size_parameter: size } }
                create: { key: { at: no }, idempotency_header: Idempotency-Key }

            """);
        return workspace;
    }

    [TestCase(", idempotency_header: Idempotency-Key", false)]
    [TestCase("", true)]
    [Clause("C3")]
    public async Task Where_nothing_finds_a_lost_create_again_the_person_is_told_beforehand(string header, bool isTold)
    {
        using var workspace = WithAssumptions();
        workspace.Write("shop.connector.yaml", File.ReadAllText(workspace.PathOf("shop.connector.yaml")).Replace(", idempotency_header: Idempotency-Key", header, StringComparison.Ordinal));

        var result = await workspace.Program().RunAsync("doctor", "shop");

        result.Output.Contains("WARN files        Customer: nothing finds a record again whose creation was interrupted", StringComparison.Ordinal).Should().Be(isTold);
    }

    [Test]
    public async Task What_is_not_as_described_is_told_with_its_cure()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        workspace.Execute("crm", "ALTER TABLE Person RENAME COLUMN email TO e_mail");
        workspace.Execute("shop", "DROP TABLE Customer; CREATE TABLE Customer (no INTEGER PRIMARY KEY, full_name TEXT NOT NULL, mail TEXT NOT NULL, mobile TEXT)");

        var result = await workspace.Program().RunAsync("doctor");

        GoldenFile.Compare("cli/doctor/shape.txt", result.All);
        result.Code.Should().Be(ExitCode.Findings);
    }

    [Test]
    public async Task A_system_that_cannot_be_reached_hides_no_other()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        File.Delete(workspace.PathOf("crm.db"));

        var result = await workspace.Program().RunAsync("doctor");

        GoldenFile.Compare("cli/doctor/unreachable.txt", result.All);
        result.Code.Should().Be(ExitCode.Unreachable);
    }

    [Test]
    [Clause("H3")]
    public async Task A_record_that_cannot_be_read_is_named_and_what_is_sensitive_is_not_shown()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        workspace.Write("crm.entities.yaml", File.ReadAllText(workspace.PathOf("crm.entities.yaml")).Replace("phone: { type: string }", "phone: { type: integer }", StringComparison.Ordinal));
        workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow.Replace("target: mobile, type: string", "target: mobile, type: string, sensitive: true", StringComparison.Ordinal));

        var result = await workspace.Program().RunAsync("doctor", "crm");

        result.Output.Should().Contain("WARN sample").And.Contain("since it is sensitive").And.NotContain("900 10 001");
        result.Code.Should().Be(ExitCode.Done);
    }

    [Test]
    public async Task A_system_that_wants_to_be_left_alone_while_samples_are_read_is_told_of_once()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        var program = new TestProgram(workspace.Folder) { Connectors = [new BusyConnector()] };

        var result = await program.RunAsync("doctor", "crm");

        GoldenFile.Compare("cli/doctor/busy.txt", result.All);
        result.Code.Should().Be(ExitCode.Unreachable);
    }

    [Test]
    public async Task Where_the_files_have_errors_no_system_is_looked_at()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", "version: 1\nflow: [\n");

        var result = await workspace.Program().RunAsync("doctor");

        GoldenFile.Compare("cli/doctor/files.txt", result.All);
    }

    [Test]
    public async Task A_credential_that_is_missing_is_told_once_and_not_in_the_definition_that_uses_it()
    {
        using var workspace = WithAssumptions();
        workspace.Write("systems.yaml", File.ReadAllText(workspace.PathOf("systems.yaml")).Replace(
            "definition: shop.connector.yaml", "definition: shop.connector.yaml\n    settings: { client: \"${env:SHOP_CLIENT}\" }", StringComparison.Ordinal));
        workspace.Write("shop.connector.yaml", File.ReadAllText(workspace.PathOf("shop.connector.yaml"))
            .Replace("settings:\n", "settings:\n  client: { meaning: Who asks. }\n", StringComparison.Ordinal)
            .Replace("entities:\n", "authentication: { kind: basic, user: \"${setting:client}\", password: x }\nentities:\n", StringComparison.Ordinal));

        var result = await workspace.Program().RunAsync("doctor");

        result.Output.Should().Contain("the environment variable SHOP_CLIENT is not set").And.Contain("1 failure.").And.NotContain("shop.connector.yaml:");
    }

    // 'validate' asks for no environment, and so has nothing to tell of it.
    [Test]
    public async Task A_credential_that_is_missing_is_named_with_its_cure()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("systems.yaml", File.ReadAllText(workspace.PathOf("systems.yaml")).Replace("Data Source=shop.db", "Data Source=${env:SHOP_DATABASE}", StringComparison.Ordinal));

        var result = await workspace.Program().RunAsync("doctor");

        result.Output.Should().MatchRegex(@"FAIL files        systems\.yaml:\d+:\d+: ST2207: the environment variable SHOP_DATABASE is not set\s+What to do: set it and run again");
        result.Code.Should().Be(ExitCode.Findings);
    }

    [Test]
    public async Task Nothing_is_written()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        var before = (Content("crm"), Content("shop"));

        await workspace.Program().RunAsync("doctor");

        (Content("crm"), Content("shop")).Should().Be(before);
        Directory.Exists(workspace.PathOf(".sesamtalk")).Should().BeFalse();

        string Content(string system) => Convert.ToHexString(File.ReadAllBytes(workspace.PathOf($"{system}.db")));
    }
}

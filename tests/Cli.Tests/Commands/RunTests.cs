using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class RunTests
{
    [Test]
    public async Task The_first_run_ends_with_a_table()
    {
        using var workspace = new SmallWorkspace().WithPeople();

        var result = await workspace.Program().RunAsync("run");

        GoldenFile.Compare("cli/run/first.txt", result.All);
    }

    [Test]
    public async Task On_a_narrow_terminal_the_table_becomes_paragraphs()
    {
        using var workspace = new SmallWorkspace().WithPeople();

        var result = await workspace.Program(terminal: 60).RunAsync("run");

        GoldenFile.Compare("cli/run/narrow.txt", result.Output);
    }

    [Test]
    [Clause("T2")]
    public async Task A_run_with_nothing_to_do_says_so_in_a_line()
    {
        using var workspace = new SmallWorkspace();
        workspace.Execute("crm", "INSERT INTO Person VALUES (1, 'Ada Vik', 'ada@example.com', NULL)");
        await workspace.Program().RunAsync("run", "--once");

        var result = await workspace.Program().RunAsync("run", "--once");

        GoldenFile.Compare("cli/run/quiet.txt", result.All);
    }

    [Test]
    public async Task For_a_program_a_run_is_one_document()
    {
        using var workspace = new SmallWorkspace().WithPeople();

        var result = await workspace.Program().RunAsync("run", "--format", "json");

        GoldenFile.Compare("cli/run/first.json", result.Output);
    }

    [Test]
    public async Task A_person_and_a_program_can_be_told_at_once()
    {
        using var workspace = new SmallWorkspace().WithPeople();

        var result = await workspace.Program().RunAsync("run", "--format", "json", "--output", "run.json", "--format", "text");

        result.Output.Should().StartWith("Run 1:");
        File.ReadAllText(workspace.PathOf("run.json")).Should().StartWith("{").And.Contain("\"format_version\": 1");
    }

    [Test]
    public async Task An_edit_arrives_on_the_other_side()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        var program = workspace.Program();
        await program.RunAsync("run");
        program.Clock.Advance(TimeSpan.FromMinutes(1));
        workspace.Execute("shop", "UPDATE Customer SET mobile = '900 10 099' WHERE no = 12");

        var result = await program.RunAsync("run");

        GoldenFile.Compare("cli/run/edit.txt", result.All);
        Sandbox.DatabaseReader.Query(workspace.PathOf("crm.db"), "SELECT phone FROM Person WHERE id = 2").Should().Equal("900 10 099");
    }

    [Test]
    public async Task Flows_with_errors_do_not_run()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow.Replace("target: mobile", "target: moblie", StringComparison.Ordinal));

        var result = await workspace.Program().RunAsync("run");

        GoldenFile.Compare("cli/run/refused.txt", result.All);
        File.Exists(workspace.PathOf(".sesamtalk/state.db")).Should().BeFalse();
    }

    [Test]
    [Clause("W4")]
    public async Task A_record_that_is_not_accepted_is_told_of_and_the_rest_goes_on()
    {
        using var workspace = new SmallWorkspace();
        workspace.Execute("crm", "INSERT INTO Person VALUES (1, 'Ada Vik', 'ada@example.com', NULL), (2, 'Bartholomeus van den Heuvel', 'bart@example.com', NULL)");

        var result = await workspace.Program().RunAsync("run");

        GoldenFile.Compare("cli/run/rejected.txt", result.All);
    }

    [Test]
    [Clause("W4")]
    public async Task A_system_that_cannot_be_reached_is_told_of()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        File.Delete(workspace.PathOf("shop.db"));

        var result = await workspace.Program().RunAsync("run");

        GoldenFile.Compare("cli/run/unavailable.txt", result.All);
    }

    [Test]
    [Clause("G3")]
    public async Task A_guard_that_stops_a_flow_is_told_of_with_the_cures()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow.Replace("match:\n  - { email: mail }\n", "", StringComparison.Ordinal));

        var result = await workspace.Program().RunAsync("run");

        GoldenFile.Compare("cli/run/guarded.txt", result.All);
    }

    [Test]
    [Clause("G5")]
    public async Task A_second_run_on_one_state_says_that_there_is_a_first()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        Directory.CreateDirectory(workspace.PathOf(".sesamtalk"));
        await using var held = new FileStream(workspace.PathOf(".sesamtalk/state.db.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var result = await workspace.Program().RunAsync("run");

        GoldenFile.Compare("cli/run/held.txt", result.All);
    }

    [TestCase(ExitCode.Interrupted)]
    [TestCase(ExitCode.Terminated)]
    public async Task An_interrupted_run_says_that_nothing_is_lost(object code)
    {
        using var workspace = new SmallWorkspace().WithPeople();
        var program = workspace.Program();
        program.Interruption.Interrupt((ExitCode)code);

        var result = await program.RunAsync("run");

        result.Error.Should().EndWith("Interrupted. What was done is kept, and the next run goes on from there.\n");
        result.Code.Should().Be((ExitCode)code);
    }
}

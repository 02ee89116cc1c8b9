using System.Text.Json.Nodes;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Watching;

[Parallelizable(ParallelScope.All)]
public sealed class WatchTests
{
    private const string Edit = "UPDATE Customer SET mobile = '900 10 099' WHERE no = 12";

    [Test]
    public async Task Each_run_is_told_with_its_time_in_a_line_where_there_was_nothing_to_do()
    {
        using var workspace = new SmallWorkspace().WithPeople();

        var result = await WatchAsync(workspace, ends: 4, (2, () => workspace.Execute("shop", Edit)));

        GoldenFile.Compare("cli/watch/runs.txt", result.All);
    }

    [Test]
    public async Task For_a_program_each_run_is_a_document_of_one_line()
    {
        using var workspace = new SmallWorkspace().WithPeople();

        var result = await WatchAsync(workspace, ends: 3, (1, () => workspace.Execute("shop", Edit)), "--format", "json");

        var documents = result.Output.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        documents.Select(document => (string?)document["run"]).Should().Equal("1", "2", "3", null);
        documents.Select(document => (int)document["exit_code"]!).Should().Equal(0, 0, 0, 130);
        ((long)documents[1]["writes"]!).Should().Be(1);
        ((string)documents[3]["error"]!["message"]!).Should().StartWith("Interrupted.");
    }

    [Test]
    public async Task A_file_for_the_result_can_be_followed_while_it_goes_on()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        var seen = string.Empty;

        await WatchAsync(workspace, ends: 2, (2, () => seen = ReadShared(workspace.PathOf("runs.json"))), "--format", "json", "--output", "runs.json", "--format", "text");

        seen.Should().Contain("\"run\":\"1\"").And.Contain("\"run\":\"2\"").And.EndWith("}\n");
    }

    [Test]
    public async Task Between_two_runs_it_waits_as_long_as_the_workspace_says()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        workspace.Write("systems.yaml", File.ReadAllText(workspace.PathOf("systems.yaml")).Replace("version: 1", "version: 1\nread_every: 90s", StringComparison.Ordinal));
        var program = Program(workspace, ends: 2);

        var result = await program.RunAsync("run", "--watch");

        program.Clock.Waits.Should().Contain(TimeSpan.FromSeconds(90)).And.NotContain(TimeSpan.FromMinutes(5));
        result.Error.Should().StartWith("Watching, with 90 seconds between two runs.");
    }

    [Test]
    [Clause("W4")]
    public async Task A_system_that_is_away_is_told_once_and_tried_again_at_each_interval()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        var program = Program(workspace, ends: 4, (1, () => Move("shop.db", "away.db")), (3, () => Move("away.db", "shop.db")));

        var result = await program.RunAsync("run", "--watch");

        GoldenFile.Compare("cli/watch/away.txt", result.All);

        void Move(string from, string to) => File.Move(workspace.PathOf(from), workspace.PathOf(to));
    }

    [Test]
    [Clause("G5")]
    public async Task Somebody_else_at_the_state_ends_it()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        FileStream? held = null;

        var result = await WatchAsync(workspace, ends: 3, (1, () => held = new FileStream(workspace.PathOf(".sesamtalk/state.db.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None)));
        held!.Dispose();

        result.Code.Should().Be(ExitCode.Guarded);
        result.Output.Should().Contain("Run 1:").And.NotContain("Run 2:");
    }

    [Test]
    [Clause("G5")]
    public async Task A_person_decides_between_two_runs_and_the_next_goes_on_from_there()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        ProgramResult? decided = null;

        var result = await WatchAsync(workspace, ends: 2, (1, () => decided = workspace.Program().RunAsync("links", "link", "crm/Person/4", "shop/Customer/14").GetAwaiter().GetResult()));

        decided!.Code.Should().Be(ExitCode.Done, decided.All);
        decided.Error.Should().BeEmpty("it has not waited");
        result.Output.Should().Contain("Run 3:", "the decision is in the list of runs too");
    }

    [Test]
    [Clause("G5")]
    public async Task Who_decides_just_when_a_run_begins_does_not_end_it()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        FileStream? held = null;
        TestProgram program = null!;
        program = new TestProgram(workspace.Folder)
        {
            Beside = line => (line.Contains("Waiting for it", StringComparison.Ordinal) ? held : null)?.Dispose(),
            AfterRun = run =>
            {
                held = run == 1 ? new FileStream(workspace.PathOf(".sesamtalk/state.db.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None) : held;
                if (run == 2)
                {
                    program.Interruption.Interrupt(ExitCode.Interrupted);
                }
            },
        };

        var result = await program.RunAsync("run", "--watch");

        result.Code.Should().Be(ExitCode.Interrupted);
        result.Output.Should().Contain("Run 2:");
        result.Error.Should().Contain("Another run is under way on this state: a run that is just starting. Waiting for it, 60 seconds at most.\n");
    }

    [Test]
    public async Task A_damaged_state_ends_it()
    {
        using var workspace = new SmallWorkspace().WithPeople();

        var result = await WatchAsync(workspace, ends: 3, (1, () => File.WriteAllText(workspace.PathOf(".sesamtalk/state.db"), new string('x', 8192))));

        result.Code.Should().Be(ExitCode.Unreachable);
        result.Output.Should().Contain("Run 1:").And.NotContain("Run 2:");
    }

    [TestCase(ExitCode.Interrupted)]
    [TestCase(ExitCode.Terminated)]
    public async Task It_ends_as_an_interrupted_run_does(object code)
    {
        using var workspace = new SmallWorkspace().WithPeople();
        TestProgram program = null!;
        program = new TestProgram(workspace.Folder) { AfterRun = _ => program.Interruption.Interrupt((ExitCode)code) };

        var result = await program.RunAsync("run", "--watch");

        result.Code.Should().Be((ExitCode)code);
        result.Error.Should().EndWith("Interrupted. What was done is kept, and the next run goes on from there.\n");
    }

    [Test]
    public async Task Listening_needs_a_system_whose_webhooks_can_be_told_from_forgeries()
    {
        using var workspace = new SmallWorkspace().WithPeople();

        var result = await workspace.Program().RunAsync("run", "--watch", "--listen", "0");

        GoldenFile.Compare("cli/watch/nobody-calls.txt", result.All);
    }

    private static Task<ProgramResult> WatchAsync(SmallWorkspace workspace, int ends, (int After, Action Act) then, params string[] more) =>
        Program(workspace, ends, then).RunAsync(["run", "--watch", .. more]);

    /// <summary>The program; after some runs something is done, and after the last of them it is interrupted.</summary>
    private static TestProgram Program(SmallWorkspace workspace, int ends, params (int After, Action Act)[] then)
    {
        TestProgram program = null!;
        program = new TestProgram(workspace.Folder)
        {
            AfterRun = run =>
            {
                foreach (var (_, act) in then.Where(step => step.After == run))
                {
                    act();
                }

                if (run == ends)
                {
                    program.Interruption.Interrupt(ExitCode.Interrupted);
                }
            },
        };
        return program;
    }

    private static string ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

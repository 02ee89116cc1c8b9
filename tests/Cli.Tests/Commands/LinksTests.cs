using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class LinksTests
{
    [TestCase("list.txt", "list")]
    [TestCase("list.json", "list", "--format", "json")]
    [TestCase("show.txt", "show", "crm/Person/1")]
    [TestCase("show-review.txt", "show", "crm/Person/4")]
    [TestCase("show.json", "show", "crm/Person/4", "--format", "json")]
    [TestCase("unseen.txt", "show", "crm/Person/99")]
    [TestCase("taken.txt", "link", "crm/Person/1", "shop/Customer/12")]
    [TestCase("no-entity.txt", "link", "crm/Persn/1", "shop/Customer/12")]
    [TestCase("refused.json", "link", "crm/Person/1", "shop/Customer/12", "--format", "json")]
    [Clause("I4")]
    [Clause("I7")]
    public async Task What_is_linked_and_what_waits_is_told(string golden, params string[] arguments)
    {
        using var workspace = new SmallWorkspace().WithPeople();
        await workspace.Program().RunAsync("run");

        var result = await workspace.Program().RunAsync(["links", .. arguments]);

        GoldenFile.Compare($"cli/links/{golden}", golden.EndsWith("json", StringComparison.Ordinal) ? result.Output : result.All);
    }

    [Test]
    [Clause("I2")]
    [Clause("I6")]
    public async Task A_person_links_and_unlinks()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        var program = workspace.Program();
        await program.RunAsync("run");

        var linked = await program.RunAsync("links", "link", "crm/Person/4", "shop/Customer/14");
        var run = await program.RunAsync("run");
        var unlinked = await program.RunAsync("links", "unlink", "crm/Person/4", "shop/Customer/14");
        var shown = await program.RunAsync("links", "show", "crm/Person/4");

        GoldenFile.Compare("cli/links/link-unlink.txt", linked.All + run.All + unlinked.All + shown.All);
    }

    [TestCase("links", "link", "crm/Person/4", "shop/Customer/14")]
    [TestCase("links", "unlink", "crm/Person/1", "shop/Customer/11")]
    [TestCase("conflicts", "resolve", "1", "--take", "source")]
    [TestCase("dead-letters", "retry", "crm/Person/1")]
    [TestCase("dead-letters", "drop", "crm/Person/1")]
    [Clause("G5")]
    public async Task A_decision_during_a_long_run_is_told_who_holds_the_state_and_what_to_do(params string[] decision)
    {
        using var workspace = new SmallWorkspace().WithPeople();
        await workspace.Program().RunAsync("run");
        await using var held = new FileStream(workspace.PathOf(".sesamtalk/state.db.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var program = workspace.Program();

        var result = await program.RunAsync(decision);

        result.Code.Should().Be(ExitCode.Guarded);
        result.Error.Should().Be(
            "Another run is under way on this state: a run that is just starting. Waiting for it, 10 seconds at most.\n"
            + "Another run is under way on this state: a run that is just starting.\n"
            + "Wait for it to end. Where it is 'run --watch', which begins again and again, stop that with Ctrl-C first.\n");
        program.Clock.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait).Should().BeCloseTo(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1));
    }

    [Test]
    [Clause("G5")]
    public async Task A_decision_waits_for_a_run_that_is_soon_over()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        await workspace.Program().RunAsync("run");
        var held = new FileStream(workspace.PathOf(".sesamtalk/state.db.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var result = await new TestProgram(workspace.Folder) { Beside = _ => held.Dispose() }.RunAsync("links", "unlink", "crm/Person/1", "shop/Customer/11");

        result.Code.Should().Be(ExitCode.Done, result.All);
    }

    [Test]
    public async Task Before_the_first_run_it_says_how_to_go_on()
    {
        using var workspace = new SmallWorkspace();

        var result = await workspace.Program().RunAsync("links", "list");

        result.All.Should().Be("--- beside the result\nNothing has run here yet.\nNext: 'sesamtalk run'.\n--- exit code 64\n");
    }
}

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

    [Test]
    [Clause("G5")]
    public async Task A_decision_during_a_run_is_told_who_holds_the_state()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        await workspace.Program().RunAsync("run");
        await using var held = new FileStream(workspace.PathOf(".sesamtalk/state.db.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var result = await workspace.Program().RunAsync("links", "unlink", "crm/Person/1", "shop/Customer/11");

        result.Code.Should().Be(ExitCode.Guarded);
        result.Error.Should().StartWith("Another run is under way on this state");
    }

    [Test]
    public async Task Before_the_first_run_it_says_how_to_go_on()
    {
        using var workspace = new SmallWorkspace();

        var result = await workspace.Program().RunAsync("links", "list");

        result.All.Should().Be("--- beside the result\nNothing has run here yet.\nNext: 'sesamtalk run'.\n--- exit code 64\n");
    }
}

using SesamTalk.TestKit.Pages;

namespace SesamTalk.Cli.Tests.Pages;

/// <summary>What pages show to come of commands does come of them: these pages are gone through from above to below.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class OutputTests
{
    private static readonly string[] FromTheClone = ["README.md", "docs/guides/import-a-document.md", "docs/guides/connect-a-database.md"];

    private static readonly string[] AfterTheFirstRun = ["docs/guides/write-a-flow.md", "docs/guides/decide-what-waits.md", "docs/guides/undo-a-run.md"];

    // Who else looks after what is shown there.
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["docs/start.md"] = "StartTests goes through it",
        ["docs/guides/test-a-flow.md"] = "DocumentedTests runs what it shows",
        ["docs/guides/watch.md"] = "needs a system that is away: the golden files of WatchTests hold these lines",
        ["docs/reference/commands.md"] = "usage, made from the commands by CommandPage",
        ["docs/decisions/0013-when-a-run-is-stopped.md"] = "formulas",
        ["docs/decisions/0016-what-agrees-takes-the-greater-stamp.md"] = "formulas",
    };

    /// <summary>The pages that are gone through.</summary>
    public static IEnumerable<string> Walked => [.. FromTheClone, .. AfterTheFirstRun];

    public static IEnumerable<string> Fresh => FromTheClone;

    public static IEnumerable<string> Settled => AfterTheFirstRun;

    [TestCaseSource(nameof(Fresh))]
    public async Task What_a_page_shows_comes_of_its_commands(string path)
    {
        using var walk = Walk.New();
        await GoAsync(walk, path);
    }

    [TestCaseSource(nameof(Settled))]
    public async Task What_a_page_shows_comes_of_its_commands_after_a_first_run(string path)
    {
        using var walk = await Walk.AfterFirstRunAsync();
        await GoAsync(walk, path);
    }

    [Test]
    public void Every_output_that_a_page_shows_is_looked_after()
    {
        // On the pages of codes, documents and names of files are shown, and no output.
        var showing = ProjectPages.All.Where(page => page.Fences.Any(fence => fence.Language == "text") && !page.Path.StartsWith("docs/errors/", StringComparison.Ordinal)).Select(page => page.Path).ToList();

        showing.Except([.. Walked, .. Elsewhere.Keys]).Should().BeEmpty("its output is compared with that of its commands, or it is said who does that");
        Elsewhere.Keys.Except(showing).Should().BeEmpty("no exception is kept for nothing");
    }

    private static async Task GoAsync(Walk walk, string path)
    {
        var fences = Page.Read(path).Fences;
        for (var at = 0; at < fences.Count; at++)
        {
            var fence = fences[at];
            (await walk.TakeAsync(fence, at + 1 < fences.Count && fences[at + 1].Language == "text")).Should().BeNull("of {0}", fence);
        }
    }
}

using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class OwnPagesTests
{
    private static readonly string[] Elsewhere = ["bin", "obj", ".git", "tests"];

    [Test]
    public async Task Every_file_that_the_projects_own_pages_show_is_right()
    {
        var pages = Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Where(page => !Path.GetRelativePath(Repository.Root, page).Split(Path.DirectorySeparatorChar).Any(Elsewhere.Contains))
            .ToArray();

        var result = await new TestProgram(Repository.Root).RunAsync(["validate", .. pages, "--deny-warnings"]);

        pages.Should().HaveCountGreaterThan(100);
        result.Output.Should().EndWith("nothing to report.\n");
        result.Code.Should().Be(ExitCode.Done);
    }

    [Test]
    public async Task What_a_page_shows_is_told_of_with_the_lines_of_the_page()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("docs/guide.md", $"# A guide\n\n```yaml\n{SmallWorkspace.PeopleFlow.Replace("create: both", "create: boht", StringComparison.Ordinal)}```\n");

        var result = await workspace.Program().RunAsync("validate", "docs/guide.md");

        result.Output.Should().StartWith("docs/guide.md:10:9: error ST1004: ").And.Contain("did you mean 'both'?");
        result.Code.Should().Be(ExitCode.Findings);
    }
}

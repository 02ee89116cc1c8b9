using System.Text.Json;
using SesamTalk.Cli.CommandLine;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Pages;

namespace SesamTalk.Cli.Tests.Pages;

/// <summary>
/// Every block that a page of the project shows is of a class that is looked after: the classes are those of this fixture, YAML (the
/// project's own <c>validate</c> and FragmentTests of the engine) and output (OutputTests).
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class BlockTests
{
    private static readonly string[] Diagrams = ["flowchart LR", "flowchart TD", "sequenceDiagram", "graph LR", "graph TD"];

    private static readonly string[] Classes = ["yaml", ShownCommands.Language, "text", "json", "sql", "csharp", "mermaid", "markdown"];

    public static IEnumerable<Page> Pages => ProjectPages.All;

    public static IEnumerable<Fence> Json => In("json");

    public static IEnumerable<Fence> CSharp => In("csharp");

    public static IEnumerable<Fence> Mermaid => In("mermaid");

    public static IEnumerable<Fence> Markdown => In("markdown");

    public static IEnumerable<ShownCommand> Shown => ShownCommands.All;

    [Test]
    public void There_are_pages_and_blocks_to_look_at()
    {
        ProjectPages.All.Should().HaveCountGreaterThan(150);
        ProjectPages.All.Sum(page => page.Fences.Count).Should().BeGreaterThan(300);
    }

    [TestCaseSource(nameof(Pages))]
    public void Each_block_of_a_page_says_what_it_is(Page page) =>
        page.Fences.Where(fence => !Classes.Contains(fence.Language) || fence.Information is not ("" or "fragment"))
            .Select(fence => $"{fence}: '{fence.Language} {fence.Information}'").Should().BeEmpty("a block is one of {0}", string.Join(", ", Classes));

    [TestCaseSource(nameof(Shown))]
    public void A_command_line_that_a_page_shows_is_understood(ShownCommand shown)
    {
        var parsed = CommandTree.Create().Parse(shown.Arguments, CommandTree.Configuration);

        if (shown.IsMention)
        {
            return;
        }

        (UsageErrors.Of(parsed)?.Report as Output.Failure).Should().BeNull("{0} is right", shown.Line);
        parsed.Errors.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Json))]
    public void A_block_of_JSON_is_JSON(Fence fence) => fence.Invoking(it => JsonDocument.Parse(it.Text).Dispose()).Should().NotThrow();

    [TestCaseSource(nameof(CSharp))]
    public void A_block_of_CSharp_stands_in_a_file_that_is_built(Fence fence) =>
        Sources().Any(source => source.Contains(fence.Text.Trim(), StringComparison.Ordinal)).Should().BeTrue("it is shown as it is");

    [TestCaseSource(nameof(Mermaid))]
    public void A_diagram_is_of_a_kind_that_there_is_and_what_it_opens_it_closes(Fence fence)
    {
        Diagrams.Should().Contain(fence.Lines[0]);
        fence.Lines.Count(line => line.TrimStart().StartsWith("subgraph ", StringComparison.Ordinal)).Should().Be(fence.Lines.Count(line => line.Trim() == "end"));
        fence.Lines.Where(line => !IsBalanced(line)).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Markdown))]
    public void A_page_within_a_page_shows_blocks_that_are_closed(Fence fence)
    {
        var inner = new Page(fence.Page, fence.Text);

        inner.Fences.Should().NotBeEmpty();
        fence.Lines.Count(line => line.StartsWith("```", StringComparison.Ordinal)).Should().Be(2 * inner.Fences.Count);
    }

    private static IEnumerable<Fence> In(string language) => ProjectPages.All.SelectMany(page => page.Fences).Where(fence => fence.Language == language);

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")).Select(file => File.ReadAllText(file).ReplaceLineEndings("\n"));

    private static bool IsBalanced(string line) =>
        line.Count(c => c == '[') == line.Count(c => c == ']') && line.Count(c => c == '{') == line.Count(c => c == '}') && line.Count(c => c == '"') % 2 == 0;
}

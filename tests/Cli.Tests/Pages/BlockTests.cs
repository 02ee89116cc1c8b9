using SesamTalk.TestKit.Pages;

namespace SesamTalk.Cli.Tests.Pages;

/// <summary>Every block that a page of the project shows says what it is, and is that.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class BlockTests
{
    public static IEnumerable<Page> Pages => ProjectPages.All.Where(page => page.Fences.Count > 0);

    [Test]
    public void There_are_pages_and_blocks_to_look_at()
    {
        ProjectPages.All.Should().HaveCountGreaterThan(150);
        ProjectPages.All.Sum(page => page.Fences.Count).Should().BeGreaterThan(300);
    }

    [TestCaseSource(nameof(Pages))]
    public void Each_block_of_a_page_is_of_a_class_that_is_looked_after_and_right(Page page) =>
        page.Fences.Where(fence => BlockCheck.Trouble(fence) is not null).Select(fence => $"{fence}: {BlockCheck.Trouble(fence)}").Should().BeEmpty();

    [TestCase("json", """{ "a": [1, 2] }""")]
    [TestCase("sql", "CREATE TABLE a (b); INSERT INTO a VALUES (1)")]
    [TestCase("csharp", "internal sealed class BlockTests\n{")]
    [TestCase("mermaid", "flowchart LR\n    subgraph one\n        A[\"a\"] --> B\n    end")]
    [TestCase("markdown", "```yaml\na: b\n```")]
    public void A_right_block_is_let_through(string language, string text) => BlockCheck.Trouble(Block(language, string.Empty, text)).Should().BeNull();

    [TestCase("", "", "anything")]
    [TestCase("bash", "", "ls")]
    [TestCase("yaml", "fragmnt", "a: b")]
    [TestCase("json", "", "{ a: 1 }")]
    [TestCase("sql", "", "SELEKT 1")]
    [TestCase("csharp", "", "internal sealed class ThatNobody" + "Wrote;")]
    [TestCase("mermaid", "", "flowchrt LR\n    A --> B")]
    [TestCase("mermaid", "", "flowchart LR\n    A[\"a\" --> B")]
    [TestCase("mermaid", "", "flowchart LR\n    subgraph one\n    A --> B")]
    [TestCase("markdown", "", "```yaml\na: b")]
    public void A_wrong_block_is_found(string language, string information, string text) => BlockCheck.Trouble(Block(language, information, text)).Should().NotBeNull();

    private static Fence Block(string language, string information, string text) => new("shown.md", 1, language, information, text + "\n");
}

using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Engine.Tests.Reference;

[Parallelizable(ParallelScope.All)]
internal sealed class DiagnosticPageTests
{
    public static IEnumerable<string> Codes => DiagnosticPage.All.Select(code => code.Id);

    [Test]
    public void The_list_of_codes_is_up_to_date() => GoldenFile.CompareWith("docs/reference/diagnostics.md", DiagnosticPage.Text());

    [TestCaseSource(nameof(Codes))]
    public void A_code_stands_in_the_list_once_with_the_title_of_its_page(string id)
    {
        var code = DiagnosticPage.All.Single(it => it.Id == id);
        var lines = DiagnosticPage.Text().Split('\n').Where(line => line.Contains($"[{id}]", StringComparison.Ordinal));

        lines.Should().ContainSingle().Which.Should().Contain($"(../errors/{id}.md)").And.EndWith($"| {DiagnosticPage.TitleOf(id)} |");
        code.Title.Should().Be(DiagnosticPage.TitleOf(id));
    }

    [Test]
    public void There_is_no_page_of_a_code_that_nobody_raises() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "docs", "errors"), "*.md").Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(Codes);
}

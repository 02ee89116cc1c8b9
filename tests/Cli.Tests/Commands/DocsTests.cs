using AngleSharp.Html.Parser;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class DocsTests
{
    private static readonly string Corpus = Path.Combine(Repository.Root, "tests", "Corpus", "documents", "valid");

    [TestCase("docs crm-to-shop", "docs.rst")]
    [TestCase("docs --format md", "docs.md")]
    [TestCase("docs --format html", "docs.html")]
    [TestCase("docs --format json", "docs.json")]
    [TestCase("docs", "several.txt")]
    [TestCase("docs --out written", "written.txt")]
    [TestCase("docs --out written --format md", "out-of-md.txt")]
    [TestCase("docs crm-to-shp", "unknown.txt")]
    public async Task What_the_flows_do_is_written(string arguments, string golden)
    {
        using var workspace = AuthoredWorkspace.Create();

        var result = await workspace.Program().RunAsync(arguments.Split(' '));

        GoldenFile.Compare($"cli/docs/{golden}", result.All);
    }

    [TestCase("openings")]
    [TestCase("cells")]
    [TestCase("crlf")]
    [TestCase("no-sections")]
    [TestCase("same-system")]
    [TestCase("nameless-target")]
    public async Task What_was_imported_is_written_as_it_was_but_for_the_time(string document)
    {
        using var workspace = new SmallWorkspace();
        File.Delete(workspace.PathOf("people.flow.yaml"));
        File.Copy(Path.Combine(Corpus, document + ".rst"), workspace.PathOf("document.rst"));
        var imported = await workspace.Program().RunAsync("import", "document.rst");

        await workspace.Program().RunAsync("docs", "--output", "again.rst");

        if (!imported.Output.Contains("taken once", StringComparison.Ordinal))
        {
            WithoutTime(File.ReadAllText(workspace.PathOf("again.rst"))).Should().Be(WithoutTime(File.ReadAllText(workspace.PathOf("document.rst"))));
        }
        else
        {
            File.ReadAllText(workspace.PathOf("again.rst")).Should().Contain("Dataflow");
        }
    }

    [Test]
    public async Task The_page_has_every_row_with_its_boxes_and_nothing_from_elsewhere()
    {
        using var workspace = AuthoredWorkspace.Create();

        var result = await workspace.Program().RunAsync("docs", "--format", "html");

        var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(result.Output);
        page.QuerySelectorAll("section").Should().HaveCount(3);
        page.QuerySelectorAll("section tbody tr").Should().HaveCount(5);
        page.QuerySelectorAll("td.box input[type=checkbox]").Should().HaveCount(7, "two rows run both ways, and three one way");
        page.QuerySelectorAll("link, script, img, iframe").Should().BeEmpty();
        page.QuerySelectorAll("section > p")[0].TextContent.Should().NotBeEmpty();
        page.Body!.TextContent.Should().Contain("People <who> buy & \"pay\" | or not.");
    }

    private static string WithoutTime(string text) => System.Text.RegularExpressions.Regex.Replace(text, "Generated: [^\r\n]*", "Generated:");
}

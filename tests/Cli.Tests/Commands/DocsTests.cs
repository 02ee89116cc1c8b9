using System.Text.Json;
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

    [TestCase("cells")]
    [TestCase("crlf")]
    [TestCase("no-sections")]
    [TestCase("same-system")]
    [TestCase("nameless-target")]
    public async Task What_was_imported_is_written_as_it_was_but_for_the_time(string document)
    {
        var (before, after) = await ThereAndBackAsync(document);

        after.Should().Be(before);
    }

    [Test]
    public async Task A_section_that_stands_twice_in_what_was_imported_is_written_once()
    {
        var (before, after) = await ThereAndBackAsync("openings");

        SectionsOf(before).Should().HaveCount(SectionsOf(after).Length + 1);
        SectionsOf(after).Should().Equal(SectionsOf(before).Distinct());
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

    [Test]
    public async Task Beside_documents_in_a_folder_the_other_forms_that_are_asked_for_are_what_they_always_are()
    {
        using var workspace = AuthoredWorkspace.Create();

        var result = await workspace.Program().RunAsync("docs", "--out", "written", "--format", "rst", "--format", "html", "--output", "list.txt", "--output", "flows.html");

        result.Code.Should().Be(ExitCode.Done);
        File.ReadAllText(workspace.PathOf("list.txt")).Should().Contain("written/crm-to-shop.rst: CRM to Shop, ");
        File.ReadAllText(workspace.PathOf("flows.html")).Should().StartWith("<!DOCTYPE html>");
    }

    [Test]
    public async Task A_folder_that_cannot_be_made_is_wrong_usage_and_not_a_system_that_is_out_of_reach()
    {
        using var workspace = AuthoredWorkspace.Create();

        var result = await workspace.Program().RunAsync("docs", "--out", "systems.yaml");

        result.Code.Should().Be(ExitCode.Usage);
        result.All.Should().Contain("The file systems.yaml/crm-to-shop.rst cannot be written: systems.yaml is a file, not a folder.\nMove that file, or name another folder.");
    }

    [Test]
    public async Task Documents_whose_titles_differ_in_case_only_become_two_files()
    {
        using var workspace = AuthoredWorkspace.Create();
        workspace.Write("back.flow.yaml", File.ReadAllText(workspace.PathOf("back.flow.yaml")) + "document: crm to shop\n");

        await workspace.Program().RunAsync("docs", "--out", "written");

        Directory.EnumerateFiles(workspace.PathOf("written")).Select(Path.GetFileName).Should().Contain(["crm-to-shop.rst", "crm-to-shop-2.rst"]);
    }

    [Test]
    public async Task A_section_whose_flow_is_gone_is_told_of_and_the_rest_is_written()
    {
        using var workspace = new SmallWorkspace();
        File.Copy(Path.Combine(Corpus, "crlf.rst"), workspace.PathOf("document.rst"));
        await workspace.Program().RunAsync("import", "document.rst");
        var gone = Directory.GetFiles(workspace.Folder, "*.flow.yaml", SearchOption.AllDirectories).First(file => Path.GetFileName(file) != "people.flow.yaml");
        File.Delete(gone);

        var result = await workspace.Program().RunAsync("docs", "--out", "written");

        result.Code.Should().Be(ExitCode.Done);
        result.Error.Should().Contain($": there is no flow '{Path.GetFileName(gone)[..^".flow.yaml".Length]}', so 'docs' leaves this section out.");
    }

    [Test]
    public async Task An_entity_that_nobody_describes_is_marked_in_each_form()
    {
        using var workspace = new SmallWorkspace();
        workspace.Write("people.flow.yaml", SmallWorkspace.PeopleFlow.Replace("entity: Customer", "entity: Customers", StringComparison.Ordinal));

        var page = await workspace.Program().RunAsync("docs", "--format", "md");
        var json = JsonDocument.Parse((await workspace.Program().RunAsync("docs", "--format", "json")).Output).RootElement;

        page.Output.Should().Contain("not known");
        json.GetProperty("documents")[0].GetProperty("flows")[0].GetProperty("not_known").EnumerateArray().Select(side => side.GetString()).Should().Equal("shop/Customers");
        json.GetProperty("systems").EnumerateArray().SelectMany(system => system.GetProperty("entities").EnumerateArray())
            .Select(entity => (entity.GetProperty("name").GetString(), entity.GetProperty("known").GetBoolean())).Should().Equal(("Person", true), ("Customers", false));
    }

    [TestCase("md")]
    [TestCase("html")]
    [TestCase("json")]
    public async Task Two_flows_of_one_name_are_both_told_of_though_no_run_would_take_them(string form)
    {
        using var workspace = AuthoredWorkspace.Create();
        workspace.Write("more/back.flow.yaml", File.ReadAllText(workspace.PathOf("back.flow.yaml")).Replace("target: name, type: string", "target: phone, type: string", StringComparison.Ordinal));

        var result = await workspace.Program().RunAsync("docs", "--format", form);

        result.Code.Should().Be(ExitCode.Done);
        result.All.Should().Contain("The workspace has").And.Contain("shop/Lead");
    }

    private static async Task<(string Before, string After)> ThereAndBackAsync(string document)
    {
        using var workspace = new SmallWorkspace();
        File.Delete(workspace.PathOf("people.flow.yaml"));
        File.Copy(Path.Combine(Corpus, document + ".rst"), workspace.PathOf("document.rst"));
        await workspace.Program().RunAsync("import", "document.rst");

        await workspace.Program().RunAsync("docs", "--output", "again.rst");

        return (WithoutTime(File.ReadAllText(workspace.PathOf("document.rst"))), WithoutTime(File.ReadAllText(workspace.PathOf("again.rst"))));
    }

    // Each with its heading, which the line below it tells.
    private static string[] SectionsOf(string document) =>
        [.. System.Text.RegularExpressions.Regex.Split(document, "^(?=[^\n]+\n-+\r?$)", System.Text.RegularExpressions.RegexOptions.Multiline).Select(section => section.TrimEnd())];

    private static string WithoutTime(string text) => System.Text.RegularExpressions.Regex.Replace(text, "Generated: [^\r\n]*", "Generated:");
}

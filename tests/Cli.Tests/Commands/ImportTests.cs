using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class ImportTests
{
    private static readonly string Corpus = Path.Combine(Repository.Root, "tests", "Corpus", "documents");

    [TestCase("text", "openings.txt")]
    [TestCase("json", "openings.json")]
    public async Task A_document_becomes_flow_files_and_a_report(string form, string golden)
    {
        using var workspace = With("valid", "openings");

        var result = await workspace.Program().RunAsync("import", "openings.rst", "--format", form);

        GoldenFile.Compare($"cli/import/{golden}", result.All);
        Directory.GetFiles(workspace.Folder, "*.flow.yaml", SearchOption.AllDirectories).Should().HaveCountGreaterThan(1);
    }

    [Test]
    public async Task A_document_with_faults_writes_nothing()
    {
        using var workspace = With("invalid", "several");

        var result = await workspace.Program().RunAsync("import", "several.rst", "--out", "imported");

        GoldenFile.Compare("cli/import/faults.txt", result.All);
        Directory.Exists(workspace.PathOf("imported")).Should().BeFalse();
    }

    [Test]
    public async Task What_a_person_worked_on_is_replaced_only_on_demand()
    {
        using var workspace = With("valid", "crlf");
        await workspace.Program().RunAsync("import", "crlf.rst", "--out", "imported");
        var file = Directory.GetFiles(workspace.PathOf("imported"), "*.flow.yaml", SearchOption.AllDirectories).Single();
        var imported = await File.ReadAllTextAsync(file);
        await File.AppendAllTextAsync(file, "# worked on\n");

        var kept = await workspace.Program().RunAsync("import", "crlf.rst", "--out", "imported");
        var keptText = await File.ReadAllTextAsync(file);
        var replaced = await workspace.Program().RunAsync("import", "crlf.rst", "--out", "imported", "--force");

        GoldenFile.Compare("cli/import/kept.txt", kept.All);
        keptText.Should().EndWith("# worked on\n");
        replaced.Code.Should().Be(ExitCode.Done);
        File.ReadAllText(file).Should().Be(imported);
    }

    [Test]
    public async Task The_same_document_again_changes_nothing()
    {
        using var workspace = With("valid", "crlf");
        await workspace.Program().RunAsync("import", "crlf.rst");

        var result = await workspace.Program().RunAsync("import", "crlf.rst");

        result.Output.Should().Contain("0 flow files written").And.Contain("there already");
        result.Code.Should().Be(ExitCode.Done);
    }

    private static SmallWorkspace With(string folder, string document)
    {
        var workspace = new SmallWorkspace();
        File.Copy(Path.Combine(Corpus, folder, document + ".rst"), workspace.PathOf(document + ".rst"));
        return workspace;
    }
}

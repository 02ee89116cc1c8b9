using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class InitTests
{
    private const string SchemaLine = "# yaml-language-server: $schema=";

    [Test]
    public async Task A_new_workspace_validates_passes_its_tests_and_runs_until_nothing_is_left_to_do()
    {
        using var folder = new TemporaryFolder();

        (await InProcessAsync(folder, "init")).Should().Contain("Made a workspace here:");
        (await InProcessAsync(folder, "validate", "--deny-warnings")).Should().Be("1 flow, 2 systems: nothing to report.\n");
        (await InProcessAsync(folder, "test", "--min-coverage", "100")).Should().Contain("3 tests, all passed.");
        (await InProcessAsync(folder, "run")).Should().MatchRegex(@"shop-customer-to-accounts-customer +7 +4 +2 +1 ");
        (await InProcessAsync(folder, "run")).Should().StartWith("Run 2: nothing to do.");
    }

    [Test]
    public async Task Its_tests_notice_each_mutant_of_its_flow()
    {
        using var folder = new TemporaryFolder();
        await new TestProgram(folder.Path).RunAsync("init");

        var result = await new TestProgram(folder.Path).RunAsync("test", "--mutants");

        result.Output.Should().Contain("mutants, all noticed.");
    }

    [TestCase("init", "here.txt")]
    [TestCase("init company/sync", "elsewhere.txt")]
    [TestCase("init company/sync/ --format json", "elsewhere.json")]
    public async Task What_was_made_is_told_with_what_to_do_next(string arguments, string golden)
    {
        using var folder = new TemporaryFolder();

        var result = await new TestProgram(folder.Path).RunAsync(arguments.Split(' '));

        GoldenFile.Compare($"cli/init/{golden}", result.All);
    }

    [Test]
    public async Task The_first_line_of_each_file_names_a_schema_that_is_there()
    {
        using var folder = new TemporaryFolder();
        await new TestProgram(folder.Path).RunAsync("init");

        var files = Directory.GetFiles(folder.Path, "*.yaml", SearchOption.AllDirectories);

        files.Should().HaveCount(5);
        files.Should().OnlyContain(file => File.Exists(Path.GetFullPath(File.ReadLines(file).First().Replace(SchemaLine, string.Empty, StringComparison.Ordinal), Path.GetDirectoryName(file)!)));
    }

    [Test]
    public async Task The_schemas_are_those_of_the_language_and_the_files_are_in_its_layout()
    {
        using var folder = new TemporaryFolder();
        await new TestProgram(folder.Path).RunAsync("init");

        Texts(folder["schemas"]).Should().BeEquivalentTo(Texts(Path.Combine(Repository.Root, "schemas")));
        await InProcessAsync(folder, "fmt", "--check");
    }

    private static Dictionary<string, string> Texts(string folder) =>
        Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), file => File.ReadAllText(file).ReplaceLineEndings("\n"));

    [TestCase("flows/systems.yaml", "in-the-way.txt")]
    [TestCase("systems.yaml", "in-the-way-above.txt")]
    [TestCase("flows", "in-the-way-folder.txt")]
    public async Task What_is_there_already_is_named_and_nothing_is_written(string file, string golden)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        File.WriteAllText(folder[file], "mine");

        var result = await new TestProgram(folder.Path).RunAsync("init");

        GoldenFile.Compare($"cli/init/{golden}", result.All);
        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Should().Equal(folder[file]);
        File.ReadAllText(folder[file]).Should().Be("mine");
    }

    [TestCase("init notes.txt", "file.txt")]
    [TestCase("init --workspace elsewhere", "workspace.txt")]
    [TestCase("init elsewhere --profile sample", "profile.txt")]
    [TestCase("init systems.yaml --format json", "in-the-way.json")]
    public async Task A_call_that_cannot_be_followed_is_refused_with_the_cure(string arguments, string golden)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["notes.txt"], "mine");
        Directory.CreateDirectory(folder["systems.yaml/.gitignore"]);

        var result = await new TestProgram(folder.Path).RunAsync(arguments.Split(' '));

        GoldenFile.Compare($"cli/init/{golden}", result.All);
        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Should().Equal(folder["notes.txt"]);
    }

    private static async Task<string> InProcessAsync(TemporaryFolder folder, params string[] arguments)
    {
        using var program = RealProgram.Start(folder.Path, arguments);
        var (code, output, error) = await program.EndAsync();
        code.Should().Be(0, "{0}", output + error);
        return output;
    }
}

using System.Runtime.Versioning;
using System.Text.Json;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class FormatTests
{
    private const string Untidy = """
        # yaml-language-server: $schema=schemas/flow.schema.json
        version: 1
        flow: untidy
        target: {entity: Customer, system: shop}
        source: { system: crm, entity: Person }   # people
        create: never


        properties:
        - {source: name,target: full_name,   type: string} # the whole name
        # none but ours
        - source: email
          target: mail
          direction: to_target
        """;

    [TestCase("fmt", "fmt.txt")]
    [TestCase("fmt --check", "check.txt")]
    [TestCase("fmt --diff", "diff.txt")]
    [TestCase("fmt --format json", "fmt.json")]
    [TestCase("fmt --diff --format json", "diff.json")]
    [TestCase("fmt untidy.flow.yaml --check", "one.txt")]
    [TestCase("fmt --select people --check", "selected.txt")]
    [TestCase("fmt README.md", "page.txt")]
    [TestCase("fmt nothing.flow.yaml", "missing.txt")]
    [TestCase("fmt -", "standard-input.txt")]
    public async Task It_tells_what_it_formats(string arguments, string golden)
    {
        using var workspace = Create();

        var result = await workspace.Program().RunAsync(arguments.Split(' '));

        GoldenFile.Compare($"cli/fmt/{golden}", result.All);
    }

    [Test]
    public async Task What_is_formatted_once_is_in_canonical_layout_and_says_the_same()
    {
        using var workspace = Create();

        var first = await workspace.Program().RunAsync("fmt");
        var second = await workspace.Program().RunAsync("fmt", "--check");

        first.Code.Should().Be(ExitCode.Done);
        second.Code.Should().Be(ExitCode.Done);
        GoldenFile.Compare("cli/fmt/untidy.flow.yaml", await File.ReadAllTextAsync(workspace.PathOf("untidy.flow.yaml")));
        Directory.EnumerateFiles(workspace.Folder, "*~").Should().BeEmpty();
    }

    [TestCase("--check")]
    [TestCase("--diff")]
    public async Task Nothing_is_written_where_that_is_not_asked_for(string option)
    {
        using var workspace = Create();

        await workspace.Program().RunAsync("fmt", option);

        (await File.ReadAllTextAsync(workspace.PathOf("untidy.flow.yaml"))).Should().Be(Untidy);
    }

    [Test]
    public async Task A_file_with_faults_is_left_as_it_is_and_the_others_are_formatted()
    {
        using var workspace = Create();
        await File.WriteAllTextAsync(workspace.PathOf("broken.flow.yaml"), "version: 1\nsource: { system: crm,, entity: Person }\n");

        var result = await workspace.Program().RunAsync("fmt");

        GoldenFile.Compare("cli/fmt/broken.txt", result.All);
        (await File.ReadAllTextAsync(workspace.PathOf("broken.flow.yaml"))).Should().Be("version: 1\nsource: { system: crm,, entity: Person }\n");
        (await File.ReadAllTextAsync(workspace.PathOf("untidy.flow.yaml"))).Should().NotBe(Untidy);
    }

    [TestCase("--check", "broken-check.txt")]
    [TestCase("--diff", "broken-diff.txt")]
    public async Task Of_a_file_with_faults_the_faults_are_shown_where_nothing_is_written(string option, string golden)
    {
        using var workspace = Create();
        await File.WriteAllTextAsync(workspace.PathOf("broken.flow.yaml"), "version: 1\nsource: { system: crm,, entity: Person }\n");

        var result = await workspace.Program().RunAsync("fmt", option);

        GoldenFile.Compare($"cli/fmt/{golden}", result.All);
    }

    [Test]
    public async Task A_diff_turns_the_file_into_its_canonical_layout()
    {
        using var workspace = Create();
        var program = workspace.Program();

        var diff = (await program.RunAsync("fmt", "--diff", "--format", "json")).Output;
        await program.RunAsync("fmt");

        var patch = JsonDocument.Parse(diff).RootElement.GetProperty("files").EnumerateArray()
            .Single(file => file.GetProperty("file").GetString() == "untidy.flow.yaml").GetProperty("diff").GetString()!;
        Patched(Untidy, patch).Should().Be(await File.ReadAllTextAsync(workspace.PathOf("untidy.flow.yaml")));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has neither without asking for them.")]
    [UnsupportedOSPlatform("windows")]
    public async Task A_link_stays_a_link_and_rights_stay_as_they_are()
    {
        using var workspace = Create();
        var (file, link) = (workspace.PathOf("untidy.txt"), workspace.PathOf("untidy.flow.yaml"));
        File.Move(link, file);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(link, file);

        await workspace.Program().RunAsync("fmt");

        new FileInfo(link).LinkTarget.Should().Be(file);
        File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await File.ReadAllTextAsync(file)).Should().NotBe(Untidy);
    }

    [Test]
    public async Task The_shipped_files_are_in_canonical_layout()
    {
        var shipped = await new TestProgram(Repository.Root).RunAsync("fmt", "--check");
        var examples = await new TestProgram(Repository.Root).RunAsync("fmt", "--check", "docs/guides/examples");

        shipped.All.Should().MatchRegex(@"^\d\d files: all in canonical layout\.\n--- exit code 0\n$");
        examples.Code.Should().Be(ExitCode.Done);
    }

    private static SmallWorkspace Create()
    {
        var workspace = AuthoredWorkspace.Create();
        File.WriteAllText(workspace.PathOf("untidy.flow.yaml"), Untidy);
        workspace.Write("README.md", "# People\n");
        return workspace;
    }

    // What patch(1) does: lines that stay and lines that come, and what stands between the hunks.
    private static string Patched(string before, string patch)
    {
        var (old, next, at) = (before.Split('\n'), new List<string>(), 0);
        foreach (var line in patch.TrimEnd('\n').Split('\n').Skip(2))
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                var start = int.Parse(line.Split('-')[1].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture) - 1;
                next.AddRange(old[at..start]);
                at = start;
            }
            else if (line[0] is ' ' or '-')
            {
                old[at++].Should().Be(line[1..]);
            }

            if (line[0] is ' ' or '+')
            {
                next.Add(line[1..]);
            }
        }

        return string.Join('\n', next.Concat(old[at..])) + "\n";
    }
}

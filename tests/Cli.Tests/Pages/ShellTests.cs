using System.Text.RegularExpressions;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Tests.ShippedSet;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Pages;

namespace SesamTalk.Cli.Tests.Pages;

/// <summary>The command lines of pages: the command tree itself understands those of the program, and those of others name what is there.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class ShellTests
{
    private static readonly string[] Verbs = ["build", "test", "run", "publish"];

    public static IEnumerable<TestCaseData> Others =>
        from page in ProjectPages.All
        from fence in page.Fences.Where(fence => fence.Language == ShownCommands.Language)
        from line in fence.Lines
        where ShellLine.Read(line) is { Arguments: null }
        select new TestCaseData(page.Path, line).SetArgDisplayNames($"{fence.Page} {line}");

    public static IEnumerable<ShownCommand> Shown => ShownCommands.All;

    [TestCaseSource(nameof(Others))]
    public async Task A_command_line_names_what_is_there(string page, string text)
    {
        var line = ShellLine.Read(text)!;

        switch (line.Words)
        {
            case ["dotnet", var verb, .. var rest]:
                Verbs.Should().Contain(verb);
                Demand([.. rest]);
                break;
            case ["sqlite3", ..] when page == "docs/start.md":
                // StartTests types it, in the workspace that the page makes.
                break;
            case ["sqlite3", var database, var sql] when database.StartsWith(".sesamtalk/sandbox/", StringComparison.Ordinal):
                await TryAsync(Path.GetFileNameWithoutExtension(database), sql);
                break;
            case ["sqlite3", ..]:
                OutputTests.Walked.Should().Contain(page, "a database of its own is made where the page is gone through");
                break;
            case ["curl", .. var rest]:
                Served(rest.Single(word => word.StartsWith("http", StringComparison.Ordinal))).Should().BeTrue("the stand-ins serve it");
                break;
            case ["git", "diff", var path]:
                File.Exists(PathOf(path)).Should().Be(!Directory.Exists(PathOf(path)));
                break;
            case ["export", var assignment]:
                assignment.Should().MatchRegex("^[A-Z][A-Z0-9_]*=.+");
                break;
            case [".ci/run"]:
                File.Exists(PathOf(".ci/run")).Should().BeTrue();
                break;
            default:
                Assert.Fail($"Nobody looks after '{line.Words[0]}': add it here, or show another command.");
                break;
        }
    }

    [TestCaseSource(nameof(Shown))]
    public void A_command_line_of_the_program_is_understood(ShownCommand shown)
    {
        if (shown.IsMention)
        {
            return;
        }

        var parsed = CommandTree.Create().Parse(shown.Arguments, CommandTree.Configuration);

        (UsageErrors.Of(parsed)?.Report as Failure).Should().BeNull("{0} is right", shown.Line);
        parsed.Errors.Should().BeEmpty();
    }

    [TestCase("sesamtalk run --wach")]
    [TestCase("sesamtalk vaildate")]
    [TestCase("dotnet run --project cli -- links link crm/Person/1")]
    public void A_command_line_that_is_wrong_would_be_found(string line) =>
        UsageErrors.Of(CommandTree.Create().Parse(ShellLine.Read(line)!.Arguments!, CommandTree.Configuration)).Should().NotBeNull();

    // A project or folder that is named is there; what is handed on to a program stands in its source.
    private static void Demand(List<string> words)
    {
        var handedOn = words.IndexOf("--") is >= 0 and var at ? words[(at + 1)..] : [];
        var own = words[..(words.Count - handedOn.Count)];
        var places = own.Where(word => word[0] is not ('-' or '~') && (word.Contains('/', StringComparison.Ordinal) || Directory.Exists(PathOf(word)))).ToList();
        places.Where(place => !Directory.Exists(PathOf(place))).Should().BeEmpty();
        if (handedOn.Count > 0)
        {
            var sources = string.Concat(Directory.GetFiles(PathOf(places.Single()), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
            handedOn.Where(word => word.StartsWith("--", StringComparison.Ordinal))
                .Where(option => !sources.Contains($"\"{option}\"", StringComparison.Ordinal) && !sources.Contains($"\"{option[2..]}\"", StringComparison.Ordinal))
                .Should().BeEmpty("the program knows its options");
        }
    }

    private static async Task TryAsync(string system, string sql)
    {
        using var world = await ShippedWorld.SettledAsync();
        world.Invoking(it => it.Execute(system, sql)).Should().NotThrow();
    }

    private static bool Served(string address) =>
        Routes.Match(new Uri(address).AbsolutePath) is { Success: true } route
        && Directory.GetFiles(PathOf("sandbox"), "*.cs", SearchOption.AllDirectories).Any(file => File.ReadAllText(file).Contains(route.Value, StringComparison.Ordinal));

    private static string PathOf(string path) => Path.Combine(Repository.Root, path);

    [GeneratedRegex("^/sandbox/[a-z-]+$")]
    private static partial Regex Routes { get; }
}

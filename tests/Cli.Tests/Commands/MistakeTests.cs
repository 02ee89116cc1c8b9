using System.Text;
using System.Text.Json;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class MistakeTests
{
    private static readonly string[] CommandLines =
    [
        "",
        "rnu",
        "sandbox",
        "sandbox rest",
        "run --slect people",
        "run poeple",
        "run --select",
        "run --select poeple",
        "run --select ople",
        "run --select tag:person",
        "run --select system:shp",
        "run --select entity:shop/Custmer",
        "run --exclude people",
        "run --select people --exclude tag:persons",
        "validate --formt json",
        "validate people.flow.yam",
        "ls --format jsno",
        "ls --format xml",
        "ls --format text --format json",
        "ls --output a.txt --output b.txt",
        "ls --output nowhere/a.txt",
        "ls --profile sandbox",
        "ls --workspace nowhere",
        "import",
        "import nowhere.rst",
        "import -x",
        "sandbox reset",
        "undo",
        "undo last",
        "conflicts show first",
        "conflicts resolve -1 --take source",
        "links shw crm/Person/1",
        "links link crm/Person/1",
        "explain",
        "history crm/Person/1 --limt 3",
        "run --accept-loss",
        "run --once --watch",
        "run --watch --accept-loss crm/Person",
        "run --listen 8080",
        "run --watch --listen everywhere",
    ];

    [Test]
    public async Task Every_mistake_is_told_with_what_was_most_likely_meant()
    {
        using var workspace = new SmallWorkspace();
        var told = new StringBuilder();
        foreach (var line in CommandLines)
        {
            var result = await workspace.Program().RunAsync(Split(line));
            told.Append("$ sesamtalk ").Append(line).Append('\n').Append(result.All).Append('\n');
        }

        GoldenFile.Compare("cli/mistakes.txt", told.ToString());
    }

    [Test]
    public async Task Outside_a_workspace_the_message_says_where_was_looked()
    {
        using var folder = new TemporaryFolder();

        var result = await new TestProgram(folder.Path).RunAsync("run");

        GoldenFile.Compare("cli/no-workspace.txt", result.All);
    }

    // Where the mistake is in the form itself there is no telling in which form to say so.
    private static IEnumerable<string> CommandLinesWithoutForm() => CommandLines
        .Where(line => !line.Contains("--format", StringComparison.Ordinal) && !line.Contains("--output", StringComparison.Ordinal));

    [TestCaseSource(nameof(CommandLinesWithoutForm))]
    public async Task Also_a_mistake_gives_exactly_one_document_as_JSON(string line)
    {
        using var workspace = new SmallWorkspace();
        var result = await workspace.Program().RunAsync([.. Split(line), "--format", "json"]);

        using var document = JsonDocument.Parse(result.Output);
        document.RootElement.GetProperty("format_version").GetInt32().Should().Be(1);
        document.RootElement.GetProperty("exit_code").GetInt32().Should().Be((int)result.Code);
        document.RootElement.GetProperty("error").GetProperty("message").GetString().Should().NotBeEmpty();
        result.Error.Should().BeEmpty();
    }

    private static string[] Split(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

using System.Text.RegularExpressions;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.Sqlite;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Commands;

/// <summary>Goes through <c>docs/start.md</c> as its reader would: types what it shows, writes the files that it shows, and sees what it shows.</summary>
internal sealed partial class StartTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "start.md")).ReplaceLineEndings("\n");

    [Test]
    public async Task All_that_the_page_shows_comes_of_what_it_lets_type()
    {
        using var folder = new TemporaryFolder();
        var told = string.Empty;
        var (typed, written, seen) = (0, 0, 0);

        foreach (Match block in Block().Matches(Page))
        {
            var text = block.Groups[2].Value;
            switch (block.Groups[1].Value)
            {
                case "sh":
                    told = await TypeAsync(folder, text);
                    typed++;
                    break;
                case "yaml":
                    Write(folder, text);
                    written++;
                    break;
                case "text":
                    told = Seen(text, told);
                    seen++;
                    break;
                default:
                    Assert.Fail($"Nobody looks after this block:\n{block.Value}");
                    break;
            }
        }

        (typed, written, seen).Should().Be((10, 2, 12), "a block that is not understood is a block that is not tried");
        (await RunAsync(folder, ["run"])).Should().Contain("nothing to do");
    }

    [Test]
    public void What_it_builds_is_what_it_then_calls()
    {
        var project = File.ReadAllText(Path.Combine(Repository.Root, "cli", "SesamTalk.Cli.csproj"));

        Page.Should().Contain("dotnet publish cli --output ~/sesamtalk\n");
        project.Should().Contain("<AssemblyName>sesamtalk</AssemblyName>").And.Contain("<UseAppHost>true</UseAppHost>");
    }

    private static async Task<string> TypeAsync(TemporaryFolder folder, string lines)
    {
        var told = string.Empty;
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = [.. Word().Matches(line).Select(match => match.Value.Trim('"'))];
            switch (words)
            {
                case ["sesamtalk", .. var arguments]:
                    told += await RunAsync(folder, arguments);
                    break;
                case ["sqlite3", var file, var sql]:
                    Edit(folder[file], sql);
                    break;
                case ["dotnet", "publish", "cli", ..] or ["export", ..]:
                    break;
                default:
                    Assert.Fail($"Nobody looks after '{line}'.");
                    break;
            }
        }

        return told;
    }

    private static async Task<string> RunAsync(TemporaryFolder folder, string[] arguments)
    {
        var result = await new TestProgram(folder.Path) { GoesByTheMachine = true }.RunAsync(arguments);
        result.Code.Should().Be(ExitCode.Done, "of {0}\n{1}", string.Join(' ', arguments), result.All);
        return result.Output;
    }

    private static void Edit(string file, string sql)
    {
        File.Exists(file).Should().BeTrue();
        using var database = SqliteDatabase.Open(file, SqliteAccess.Create, TimeSpan.Zero);
        database.Execute(sql);
    }

    private static void Write(TemporaryFolder folder, string text)
    {
        var file = folder[text.Split('\n')[0]["# ".Length..]];
        Directory.Exists(Path.GetDirectoryName(file)).Should().BeTrue();
        File.WriteAllText(file, text);
    }

    // Gives what was told behind the lines that are shown: they are there, one after the other.
    private static string Seen(string shown, string told)
    {
        var left = Plain(told);
        var wanted = Plain(shown);
        var at = left.IndexOf(wanted, StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0, "this is shown:\n{0}\nand this is told:\n{1}", wanted, left);
        return left[(at + wanted.Length)..];
    }

    // Times differ, with them the width of columns, and how much had to be read and asked for is the engine's own affair.
    private static string Plain(string text) => string.Concat(
        text.Split('\n').Select(line => Read().Replace(Times().Replace(Gaps().Replace(line.Trim(' ', '─'), " "), "#"), "#")).Where(line => line.Length > 0).Select(line => line + "\n"));

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();

    [GeneratedRegex("[0-9]+(?= records read)|(?<=^(total|([a-z]+-)+[a-z]+) )[0-9]+(?= [0-9])")]
    private static partial Regex Read();

    [GeneratedRegex(" {2,}|─+")]
    private static partial Regex Gaps();

    [GeneratedRegex(@"[0-9]+\.[0-9][0-9]( s)?(?=\.?$)|#\.##$|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8} UTC")]
    private static partial Regex Times();
}

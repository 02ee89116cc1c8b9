using SesamTalk.Cli.Tests.Program;
using SesamTalk.Cli.Tests.Sandbox;
using SesamTalk.Sqlite;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.States;

/// <summary>What stands where the state should be, and is none that can be used.</summary>
[Parallelizable(ParallelScope.All)]
[Clause("G4")]
public sealed class DamageTests
{
    private const int PageSize = 8192;

    private static readonly string[] CommandLines =
    [
        "run", "status", "links list", "links show crm/Person/1", "links unlink crm/Person/1 shop/Customer/11", "conflicts list", "conflicts resolve 1 --take source",
        "dead-letters list", "dead-letters retry crm/Person/1", "explain crm/Person/1", "history crm/Person/1", "undo 1",
    ];

    private static readonly Dictionary<string, Action<string>> Damages = new()
    {
        ["garbage-header"] = path => Overwrite(path, 0, 100),
        ["garbage-pages"] = path => Overwrite(path, PageSize, int.MaxValue),
        ["cut-in-the-middle"] = path => Cut(path, 20 * PageSize),
        ["cut-in-the-header"] = path => Cut(path, 60),
        ["newer-version"] = path => Execute(path, "PRAGMA user_version = 7"),
        ["another-database"] = path => MakeAnother(path),
        ["folder"] = path => MakeFolder(path),
    };

    private static IEnumerable<string> Names() => Damages.Keys.Order();

    [TestCaseSource(nameof(Names))]
    public async Task Every_command_tells_in_plain_words_what_is_wrong_and_touches_no_system(string damage)
    {
        using var workspace = await WithStateAsync();
        Damages[damage](StateOf(workspace));
        var before = Systems(workspace);
        var told = new HashSet<string>();
        foreach (var line in CommandLines)
        {
            told.Add((await workspace.Program().RunAsync(line.Split(' '))).All);
        }

        told.Should().ContainSingle();
        GoldenFile.Compare($"cli/state/{damage}.txt", told.Single());
        Systems(workspace).Should().Be(before);
    }

    [TestCaseSource(nameof(Names))]
    public async Task Moved_away_it_is_a_new_beginning_that_deletes_and_doubles_nothing(string damage)
    {
        using var workspace = await WithStateAsync();
        var before = Systems(workspace);
        Damages[damage](StateOf(workspace));
        Directory.Move(workspace.PathOf(".sesamtalk"), workspace.PathOf("damaged"));

        var result = await workspace.Program().RunAsync("run");

        result.Code.Should().Be(ExitCode.Done, result.Error);
        Systems(workspace).Should().Be(before);
    }

    [Test]
    public async Task An_empty_file_is_a_new_beginning()
    {
        using var workspace = await WithStateAsync();
        var before = Systems(workspace);
        Cut(StateOf(workspace), 0);

        var status = await workspace.Program().RunAsync("status");
        var result = await workspace.Program().RunAsync("run");

        status.Output.Should().Contain("Nothing has run here yet.");
        result.Code.Should().Be(ExitCode.Done, result.Error);
        Systems(workspace).Should().Be(before);
    }

    // Whatever page it is that a disk spoils, the answer is the same for a run: it goes well, or it tells of the damage.
    [Test]
    public async Task A_spoilt_page_is_never_taken_for_data()
    {
        using var workspace = await WithStateAsync();
        var (state, before) = (await File.ReadAllBytesAsync(StateOf(workspace)), Systems(workspace));
        for (var page = 1; page < state.Length / PageSize; page++)
        {
            await File.WriteAllBytesAsync(StateOf(workspace), state);
            Overwrite(StateOf(workspace), page * PageSize, PageSize);

            var result = await workspace.Program().RunAsync("run");

            result.Code.Should().Match(code => code == ExitCode.Done || (code == ExitCode.Unreachable && result.Error.Contains("is damaged")), $"of page {page}: {result.Error}");
            Systems(workspace).Should().Be(before, $"of page {page}");
        }
    }

    // The pages are whole, and what stands in them is not.
    [TestCase("mirror", "body", "run")]
    [TestCase("mirror", "stamps", "run")]
    [TestCase("link", "agreed", "run")]
    [TestCase("mirror", "body", "explain crm/Person/1")]
    [TestCase("mirror", "stamps", "explain crm/Person/1")]
    [TestCase("mirror", "body", "links unlink crm/Person/1 shop/Customer/11")]
    [TestCase("journal", "changes", "history shop/Customer/11")]
    [TestCase("journal", "changes", "undo 1")]
    public async Task A_value_that_is_spoilt_within_a_whole_page_is_told_in_plain_words(string table, string column, string commandLine)
    {
        using var workspace = await WithStateAsync();
        var (state, told) = (await File.ReadAllBytesAsync(StateOf(workspace)), 0);
        workspace.Execute("crm", "UPDATE Person SET name = name || '.'");
        for (var seed = 1; seed <= 12; seed++)
        {
            await File.WriteAllBytesAsync(StateOf(workspace), state);
            Spoil(StateOf(workspace), table, column, new Random(seed));

            var result = await workspace.Program().RunAsync(commandLine.Split(' '));

            result.Code.Should().NotBe(ExitCode.Defect, $"of seed {seed}: {result.All}");
            if (result.Code == ExitCode.Unreachable)
            {
                result.Error.Should().Contain("is damaged").And.Contain("Restore it from a backup");
                told++;
            }
        }

        told.Should().BePositive();
    }

    private static string StateOf(SmallWorkspace workspace) => workspace.PathOf(".sesamtalk/state.db");

    private static string Systems(SmallWorkspace workspace) => DatabaseReader.Dump(workspace.PathOf("crm.db")) + DatabaseReader.Dump(workspace.PathOf("shop.db"));

    private static async Task<SmallWorkspace> WithStateAsync()
    {
        var workspace = new SmallWorkspace().WithPeople();
        await workspace.Program().RunAsync("run");
        return workspace;
    }

    private static void Overwrite(string path, int from, int count)
    {
        using var file = File.OpenWrite(path);
        var garbage = new byte[Math.Min(count, (int)file.Length - from)];
        new Random(1).NextBytes(garbage);
        file.Position = from;
        file.Write(garbage);
    }

    private static void Spoil(string path, string table, string column, Random random)
    {
        using var database = SqliteDatabase.Open(path, SqliteAccess.Create, TimeSpan.Zero);
        using var whole = database.Prepare($"SELECT max(length({column})) FROM {table}");
        whole.Step();
        var garbage = new byte[whole.Long(0)];
        random.NextBytes(garbage);
        using var spoil = database.Prepare($"UPDATE {table} SET {column} = ?");
        spoil.Bind(1, garbage).Run();
    }

    private static void Cut(string path, int length)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(length);
    }

    private static void Execute(string path, string sql)
    {
        using var database = SqliteDatabase.Open(path, SqliteAccess.Create, TimeSpan.Zero);
        database.Execute(sql);
    }

    private static void MakeAnother(string path)
    {
        File.Delete(path);
        Execute(path, "CREATE TABLE invoice (id INTEGER PRIMARY KEY)");
    }

    private static void MakeFolder(string path)
    {
        File.Delete(path);
        Directory.CreateDirectory(path);
    }
}

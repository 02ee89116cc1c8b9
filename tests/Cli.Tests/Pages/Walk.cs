using SesamTalk.Cli.Tests.Program;
using SesamTalk.Cli.Tests.ShippedSet;
using SesamTalk.Sqlite;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Pages;

namespace SesamTalk.Cli.Tests.Pages;

/// <summary>
/// Goes through a page as its reader would, in a copy of the shipped workspace: files that it shows are written, commands that it shows are typed, and
/// what it shows to come of them is held against what comes.
/// </summary>
internal sealed class Walk : IDisposable
{
    private static readonly string[] Parts = ["flows", "connectors", "docs/guides/examples"];
    private static readonly string[] Kinds = [".yaml", ".rst"];

    private readonly TemporaryFolder _folder = new();
    private ProgramResult? _last;

    private Walk()
    {
        foreach (var file in Parts.SelectMany(part => Directory.GetFiles(Path.Combine(Repository.Root, part), "*", SearchOption.AllDirectories)).Where(file => Kinds.Contains(Path.GetExtension(file))))
        {
            Copy(file, Path.GetRelativePath(Repository.Root, file));
        }
    }

    /// <summary>Begins in the workspace as it is cloned.</summary>
    public static Walk New() => new();

    /// <summary>Begins after a first run over the sample company.</summary>
    public static async Task<Walk> AfterFirstRunAsync()
    {
        var walk = new Walk();
        using var world = await ShippedWorld.SettledAsync();
        var settled = world.Set.Workspace.Folder;
        foreach (var file in Directory.GetFiles(settled, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(settled, file);
            walk.Copy(file, path.StartsWith("state.db", StringComparison.Ordinal) ? Path.Combine(".sesamtalk", path) : path);
        }

        return walk;
    }

    /// <summary>Takes a block of the page.</summary>
    /// <param name="fence">The block.</param>
    /// <param name="isShown">Whether the page shows what comes of it: only then something may be found.</param>
    /// <returns>What is wrong with it; <see langword="null"/> where nothing is.</returns>
    public async Task<string?> TakeAsync(Fence fence, bool isShown) => fence.Language switch
    {
        ShownCommands.Language => await TypeAsync(fence, isShown),
        "yaml" when fence.Lines[0].StartsWith("# ", StringComparison.Ordinal) && fence.Information.Length == 0 => Write(fence.Lines[0]["# ".Length..], fence),
        "text" => Compare(fence),
        _ => null,
    };

    public void Dispose() => _folder.Dispose();

    private async Task<string?> TypeAsync(Fence fence, bool isShown)
    {
        foreach (var line in fence.Lines.Select(ShellLine.Read).OfType<ShellLine>())
        {
            if (line.Arguments is { } arguments)
            {
                _last = await new TestProgram(_folder.Path) { GoesByTheMachine = true }.RunAsync([.. arguments]);
                if (_last.Code != ExitCode.Done && !(_last.Code == ExitCode.Findings && isShown))
                {
                    return $"{string.Join(' ', line.Words)} ends with {(int)_last.Code}:\n{_last.Output}{_last.Error}";
                }
            }
            else if (line.Words is ["sqlite3", var database, var sql])
            {
                Edit(database, sql);
            }
            else
            {
                return $"{line.Words[0]} is not known here";
            }
        }

        return null;
    }

    private void Edit(string database, string sql)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[database])!);
        using var edited = SqliteDatabase.Open(_folder[database], SqliteAccess.Create, TimeSpan.Zero);
        edited.Execute(sql);
    }

    private string? Write(string file, Fence fence)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
        File.WriteAllText(_folder[file], fence.Text);
        return null;
    }

    private string? Compare(Fence fence)
    {
        var output = $"{_last?.Output}\n{_last?.Error}";
        return ShownText.Missing(fence.Text, output) is { } missing ? $"the output has no such line: {missing}\n{output}" : null;
    }

    private void Copy(string file, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[to])!);
        File.Copy(file, _folder[to], overwrite: true);
    }
}

using System.Collections.Immutable;
using System.Data.Common;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.Flows;
using SesamTalk.Sandbox;

namespace SesamTalk.Cli.Workspaces;

/// <summary>The databases of a workspace whose profile names sample data: they stand in for real systems.</summary>
/// <param name="name">The set of sample data.</param>
/// <param name="workspace">The workspace.</param>
/// <param name="served">The systems that stand-ins are asked for.</param>
internal sealed class Samples(string name, Workspace workspace, ImmutableArray<string> served)
{
    private static readonly string Folder = Path.Combine(".sesamtalk", "sandbox");

    /// <summary>The samples of a workspace; none where its profile names no sample data.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="served">The systems that stand-ins are asked for: their databases are called like them, in the folder of the sandbox.</param>
    public static Samples? Of(Workspace workspace, ImmutableArray<string> served) =>
        workspace.SampleData is { } name ? new Samples(name, workspace, served) : null;

    /// <summary>Makes the databases that are missing, and tells so.</summary>
    public void FillMissing(Call call)
    {
        var made = Guard(() => SampleData.Fill(name, Databases()));
        if (!made.IsEmpty)
        {
            call.Tell($"First use of the sandbox: made {Count.Of(made.Length, "database")} with the sample data '{name}' in {Folders(made)}.");
        }
    }

    /// <summary>Makes all databases anew.</summary>
    public ImmutableArray<SampleDatabase> Reset() => Guard(() => SampleData.Reset(name, Databases()));

    /// <summary>The databases of the systems that stand-ins are asked for.</summary>
    public ImmutableArray<SampleDatabase> WithStandIn() => [.. Databases().Where(database => served.Contains(database.System))];

    /// <summary>A database as a person sees it.</summary>
    public string Shown(SampleDatabase database) => Shown(database.Path);

    /// <summary>A file as a person sees it.</summary>
    public string Shown(string path) => Path.GetRelativePath(workspace.Folder, path).Replace('\\', '/');

    private string Folders(ImmutableArray<SampleDatabase> made) =>
        string.Join(", ", made.Select(database => Shown(Path.GetDirectoryName(database.Path)!)).Distinct(StringComparer.Ordinal));

    private static ImmutableArray<SampleDatabase> Guard(Func<ImmutableArray<SampleDatabase>> make)
    {
        try
        {
            return make();
        }
        catch (UnknownSampleException unknown)
        {
            throw new StoppedException(ExitCode.Findings, $"systems.yaml asks for sample data that there is not: {unknown.Message}.");
        }
    }

    private IEnumerable<SampleDatabase> Databases() =>
        from system in workspace.Systems
        let path = PathOf(system)
        where path is not null
        select new SampleDatabase(system.Name, path, system.Entities);

    // Only what a stand-in serves, or the adapter for SQL reaches by a file, can be filled.
    private string? PathOf(SystemConfiguration system)
    {
        if (served.Contains(system.Name))
        {
            return Path.GetFullPath(Path.Combine(workspace.Folder, Folder, system.Name + ".db"));
        }

        if (system.Connector != "sql" || !system.Settings.TryGetValue("connection", out var connection))
        {
            return null;
        }

        var parts = new DbConnectionStringBuilder { ConnectionString = connection };
        return parts.TryGetValue("Data Source", out var file) ? Path.GetFullPath((string)file, workspace.Folder) : null;
    }
}

using SesamTalk.Cli.Tests.Sandbox;
using SesamTalk.Cli.Tests.ShippedSet;
using SesamTalk.Connectors.Sql;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.Sandbox;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Killing;

/// <summary>The shipped workspace over the thinned-out company, in a folder of its own, run by the real program.</summary>
internal sealed class SmallFirm : IDisposable
{
    private static readonly Lazy<SmallFirm> Template = new(() => new SmallFirm().Filled());

    private readonly TemporaryFolder _folder = new();

    private SmallFirm()
    {
    }

    public string Folder => _folder.Path;

    private FlowSet Set => ShippedFlows.Set with
    {
        Workspace = ShippedFlows.Set.Workspace with { Folder = Folder, State = _folder[".sesamtalk/state.db"] },
    };

    /// <summary>A firm that nothing has run on.</summary>
    public static SmallFirm New()
    {
        var firm = new SmallFirm();
        CopyFolder(Template.Value.Folder, firm.Folder);
        return firm;
    }

    public Task<Snapshot> ReadAsync() => Snapshot.ReadAsync(Set.Workspace);

    /// <summary>How many runs did not come to their end.</summary>
    public string CutShort() => File.Exists(_folder[".sesamtalk/state.db"])
        ? DatabaseReader.Query(_folder[".sesamtalk/state.db"], "SELECT count(*) FROM run WHERE ended IS NULL")[0]
        : "0";

    /// <summary>A run in the test's own process.</summary>
    public Task<RunReport> RunHereAsync() =>
        new Runner([new SqlConnector()], TimeProvider.System, new TimeOrderedIdentifiers(TimeProvider.System)).RunAsync(Set, new RunOptions(), null, CancellationToken.None);

    public void Dispose() => _folder.Dispose();

    private SmallFirm Filled()
    {
        CopyFolder(Path.Combine(Repository.Root, "flows"), _folder["flows"]);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "connectors"), "*.entities.yaml", SearchOption.AllDirectories))
        {
            Copy(file, _folder[Path.GetRelativePath(Repository.Root, file)]);
        }

        SampleData.Fill("company", ShippedFlows.DatabasesIn(_folder[".sesamtalk/sandbox"]));
        SmallCompany.Thin(system => _folder[$".sesamtalk/sandbox/{system}.db"]);
        return this;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }
}

using SesamTalk.Cli.Tests.Sandbox;
using SesamTalk.Cli.Tests.ShippedSet;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.Sandbox;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Cli.Tests.Killing;

/// <summary>The shipped workspace over the thinned-out company, in a folder of its own, run by the real program.</summary>
internal sealed class SmallFirm : IDisposable
{
    private static readonly string[] Descriptions = ["*.entities.yaml", "*.connector.yaml"];

    private static readonly Lazy<SmallFirm> Template = new(() => new SmallFirm().Filled());

    private readonly TemporaryFolder _folder = new();

    private SmallFirm()
    {
    }

    public string Folder => _folder.Path;

    public FlowSet Set => ShippedFlows.Set with
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

    public Task<Snapshot> ReadAsync() => Snapshot.ReadAsync(Set.Workspace, PathOf);

    /// <summary>How many runs did not come to their end.</summary>
    public string CutShort() => File.Exists(_folder[".sesamtalk/state.db"])
        ? DatabaseReader.Query(_folder[".sesamtalk/state.db"], "SELECT count(*) FROM run WHERE ended IS NULL")[0]
        : "0";

    /// <summary>A run in the test's own process, where every wait passes at once.</summary>
    public async Task<RunReport> RunHereAsync()
    {
        var clock = new FakeClock(TimeProvider.System.GetUtcNow());
        await using var shipped = await ShippedStandIns.StartAsync(Folder, PathOf, clock);
        var runner = new Runner(ShippedFlows.Connectors(), clock, new TimeOrderedIdentifiers(clock));
        return await runner.RunAsync(await shipped.ReachedAsync(Set, clock), new RunOptions(), null, CancellationToken.None);
    }

    public void Dispose() => _folder.Dispose();

    private SmallFirm Filled()
    {
        CopyFolder(Path.Combine(Repository.Root, "flows"), _folder["flows"]);
        foreach (var file in Described)
        {
            Copy(file, _folder[Path.GetRelativePath(Repository.Root, file)]);
        }

        SampleData.Fill("company", ShippedFlows.DatabasesIn(_folder[".sesamtalk/sandbox"]));
        SmallCompany.Thin(PathOf);
        return this;
    }

    private static IEnumerable<string> Described => Descriptions.SelectMany(form => Directory.GetFiles(Path.Combine(Repository.Root, "connectors"), form, SearchOption.AllDirectories));

    public string PathOf(string system) => _folder[$".sesamtalk/sandbox/{system}.db"];

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

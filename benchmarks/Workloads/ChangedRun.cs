using SesamTalk.Benchmarks.Children;
using SesamTalk.Benchmarks.Data;

namespace SesamTalk.Benchmarks.Workloads;

/// <summary>W3: 1 % changed on A and another 1 % on B; with cursors and by complete reads of both sides.</summary>
internal sealed class ChangedRun : IWorkload
{
    private const string Baseline = "move by a watermark, ADO.NET";

    public string Name => "w3";

    public bool HasRows => true;

    public async Task<IReadOnlyList<Sample>> MeasureAsync(string folder, long rows) =>
    [
        .. await MeasureAsync(Path.Combine(folder, "cursors"), rows, "cursors"),
        (await MeasureAsync(Path.Combine(folder, "complete"), rows, "complete"))[^1],
    ];

    private static async Task<Sample[]> MeasureAsync(string folder, long rows, string read)
    {
        var workspace = await Bench.SettleAsync(folder, rows, read);
        var (a, b, plainA, plainB) = (workspace.File("a"), workspace.File("b"), workspace.File("plain"), workspace.File("copy"));
        File.Copy(a, plainA);
        var watermark = ContactFile.Watermark(plainA);
        var changes = Edit(a, b);
        Verify.Equal("changes for the baseline", Edit(plainA, plainB), changes);
        var move = await ChildProcess.RunAsync("move", $"one={plainA}", $"other={plainB}", $"watermark={watermark}");
        Verify.Writes(move, changes);
        var run = await Bench.RunEngineAsync(folder, read: read);
        Verify.Writes(run, changes);
        Verify.Same(rows, a, b, plainA, plainB);
        Verify.Links(workspace.State, 1, rows);
        Verify.Writes(await Bench.RunEngineAsync(folder, read: read), 0);
        return [Bench.SampleOf(move, Baseline), Bench.SampleOf(run, read == "cursors" ? "engine with cursors" : "engine by complete reads", Baseline)];
    }

    private static long Edit(string a, string b) => ContactFile.EditOnePercent(a, "Phone", 0) + ContactFile.EditOnePercent(b, "City", 50);
}

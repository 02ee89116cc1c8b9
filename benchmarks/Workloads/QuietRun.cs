using SesamTalk.Benchmarks.Children;
using SesamTalk.Benchmarks.Data;
using SesamTalk.Benchmarks.Engine;

namespace SesamTalk.Benchmarks.Workloads;

/// <summary>W2: nothing changed; what it costs to find that out, with cursors and by complete reads of both sides.</summary>
internal sealed class QuietRun : IWorkload
{
    private const int Laps = 6;
    private const string Look = "look by a watermark, ADO.NET";
    private const string WarmLook = "look by a watermark, warm";
    private const string Compare = "full compare, ADO.NET";
    private const string RawCompare = "full compare, raw";

    public string Name => "w2";

    public bool HasRows => true;

    public async Task<IReadOnlyList<Sample>> MeasureAsync(string folder, long rows)
    {
        var workspace = await Bench.SettleAsync(folder, rows, "cursors");
        var withCursors = await WithCursorsAsync(folder, workspace);
        var byCompleteReads = await ByCompleteReadsAsync(folder, workspace);
        Verify.Same(rows, workspace.File("a"), workspace.File("b"));
        Verify.Links(workspace.State, 1, rows);
        return [.. withCursors, .. byCompleteReads];
    }

    private static async Task<Sample[]> WithCursorsAsync(string folder, ContactWorkspace workspace)
    {
        var (one, other) = (workspace.File("a"), workspace.File("b"));
        var look = await ChildProcess.RunAsync(
            "look", $"one={one}", $"one-watermark={ContactFile.Watermark(one)}", $"other={other}", $"other-watermark={ContactFile.Watermark(other)}", $"laps={Laps}");
        var run = await Bench.RunEngineAsync(folder, laps: Laps);
        Verify.Writes(run, 0);
        return
        [
            Bench.SampleOf(look, Look),
            Bench.WarmSampleOf(look, WarmLook),
            Bench.SampleOf(run, "engine with cursors", Look),
            Bench.WarmSampleOf(run, "engine with cursors, warm", WarmLook),
        ];
    }

    private static async Task<Sample[]> ByCompleteReadsAsync(string folder, ContactWorkspace workspace)
    {
        var (one, other) = (workspace.File("a"), workspace.File("copy"));
        var compare = await ChildProcess.RunAsync("compare-ado", $"one={one}", $"other={other}");
        var raw = await ChildProcess.RunAsync("compare-raw", $"one={one}", $"other={other}");
        var settled = await Bench.RunEngineAsync(folder, read: "complete");
        Verify.Writes(settled, 0);
        var run = await Bench.RunEngineAsync(folder, read: "complete", laps: 2);
        Verify.Writes(run, 0);
        return
        [
            Bench.SampleOf(compare, Compare),
            Bench.SampleOf(raw, RawCompare),
            Bench.SampleOf(run, "engine by complete reads", RawCompare),
            Bench.WarmSampleOf(run, "engine by complete reads, warm", RawCompare),
        ];
    }
}

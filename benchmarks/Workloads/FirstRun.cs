using SesamTalk.Benchmarks.Data;
using SesamTalk.Benchmarks.Engine;

namespace SesamTalk.Benchmarks.Workloads;

/// <summary>W1: A has N contacts, B none; at the end both hold N, linked.</summary>
internal sealed class FirstRun : IWorkload
{
    private const string Baseline = "copy, ADO.NET";

    public string Name => "w1";

    public bool HasRows => true;

    public async Task<IReadOnlyList<Sample>> MeasureAsync(string folder, long rows)
    {
        var workspace = new ContactWorkspace(folder);
        ContactFile.Make(workspace.File("a"), rows);
        ContactFile.MakeEmpty(workspace.File("b"));
        var copy = await Bench.CopyAsync(workspace.File("a"), workspace.File("copy"));
        var run = await Bench.RunEngineAsync(folder);
        Verify.Writes(run, rows);
        Verify.Same(rows, workspace.File("a"), workspace.File("b"), workspace.File("copy"));
        Verify.Links(workspace.State, 1, rows);
        var again = await Bench.RunEngineAsync(folder);
        Verify.Writes(again, 0);
        return
        [
            Bench.SampleOf(copy, Baseline),
            Bench.SampleOf(run, "engine, first run", Baseline),
            Bench.SampleOf(again, "engine, run after it", Baseline),
        ];
    }
}

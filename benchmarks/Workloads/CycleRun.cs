using SesamTalk.Benchmarks.Data;
using SesamTalk.Benchmarks.Engine;

namespace SesamTalk.Benchmarks.Workloads;

/// <summary>W5: six flows over four systems in a cycle, the data of W1 in one of them; at the end all four hold N, nothing twice.</summary>
internal sealed class CycleRun : IWorkload
{
    private const int Flows = 6;
    private const string Baseline = "copy, ADO.NET";
    private const string OneFlow = "engine, one flow (w1)";
    private static readonly string[] Systems = ["a", "b", "c", "d"];

    public string Name => "w5";

    public bool HasRows => true;

    public async Task<IReadOnlyList<Sample>> MeasureAsync(string folder, long rows)
    {
        var pair = new ContactWorkspace(Path.Combine(folder, "pair"));
        ContactFile.Make(pair.File("a"), rows);
        ContactFile.MakeEmpty(pair.File("b"));
        var copy = await Bench.CopyAsync(pair.File("a"), pair.File("copy"));
        var oneFlow = await Bench.RunEngineAsync(Path.Combine(folder, "pair"));
        Verify.Writes(oneFlow, rows);
        var cycle = Path.Combine(folder, "cycle");
        var workspace = Prepare(cycle, pair.File("a"));
        var run = await Bench.RunEngineAsync(cycle, "cycle");
        Check(workspace, rows);
        Verify.Writes(run, rows * (Systems.Length - 1));
        var again = await Bench.RunEngineAsync(cycle, "cycle");
        Verify.Writes(again, 0);
        return
        [
            Bench.SampleOf(copy, Baseline),
            Bench.SampleOf(oneFlow, OneFlow, Baseline),
            Bench.SampleOf(run, "engine, six flows", OneFlow),
            Bench.SampleOf(again, "engine, run after it", OneFlow),
        ];
    }

    private static ContactWorkspace Prepare(string folder, string data)
    {
        var workspace = new ContactWorkspace(folder);
        foreach (var system in Systems[1..])
        {
            ContactFile.MakeEmpty(workspace.File(system));
        }

        File.Copy(data, workspace.File("a"));
        return workspace;
    }

    private static void Check(ContactWorkspace workspace, long rows)
    {
        Verify.Same(rows, [.. Systems.Select(workspace.File)]);
        Verify.Links(workspace.State, Flows, rows);
    }
}

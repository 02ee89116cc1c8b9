using System.Diagnostics;
using SesamTalk.Benchmarks.Children;
using SesamTalk.Benchmarks.Data;

namespace SesamTalk.Benchmarks.Baselines;

/// <summary>The baseline of W2 with cursors: asks both sides for what is later than a watermark.</summary>
internal sealed class LookForChanges : IChildTask
{
    public string Name => "look";

    public Task<ChildReport> RunAsync(ChildArguments arguments)
    {
        var laps = Enumerable.Range(0, int.Parse(arguments["laps"], null)).Select(_ => Look(arguments));
        return Task.FromResult(new ChildReport([.. laps]));
    }

    private static Lap Look(ChildArguments arguments)
    {
        var since = Stopwatch.GetTimestamp();
        var found = Look(arguments["one"], arguments["one-watermark"]) + Look(arguments["other"], arguments["other-watermark"]);
        return found == 0
            ? new Lap(Stopwatch.GetElapsedTime(since).TotalSeconds, 0)
            : throw new BenchmarkFailedException($"{found} contacts are later than the watermark, and none should be.");
    }

    private static int Look(string path, string watermark)
    {
        using var connection = AdoNet.Open(path);
        using var select = connection.Command($"{ContactTable.SelectAll} WHERE {ContactTable.Modified} > $watermark");
        select.Parameters.AddWithValue("$watermark", watermark);
        using var reader = select.ExecuteReader();
        var found = 0;
        while (reader.Read())
        {
            found++;
        }

        return found;
    }
}

using SesamTalk.Benchmarks.Children;
using SesamTalk.Benchmarks.Data;
using SesamTalk.Benchmarks.Engine;

namespace SesamTalk.Benchmarks.Workloads;

/// <summary>The steps that workloads are made of.</summary>
internal static class Bench
{
    // Reads since a cursor begin again a little before it (the setting 'overlap' of the connector): what was just written is behind us.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(3);

    /// <summary>Runs the engine in a process of its own.</summary>
    public static Task<ChildReport> RunEngineAsync(string folder, string flows = "pair", string read = "cursors", int laps = 1) =>
        ChildProcess.RunAsync("engine", $"folder={folder}", $"flows={flows}", $"read={read}", $"laps={laps}");

    /// <summary>Copies one file of contacts to another by ADO.NET, in a process of its own.</summary>
    public static Task<ChildReport> CopyAsync(string from, string to)
    {
        ContactFile.MakeEmpty(to);
        return ChildProcess.RunAsync("copy", $"from={from}", $"to={to}");
    }

    /// <summary>
    /// Makes a workspace in which A and B hold the same contacts and are settled, and beside it <c>copy.db</c>, a plain copy of A under A's
    /// keys, for the baselines.
    /// </summary>
    public static async Task<ContactWorkspace> SettleAsync(string folder, long rows, string read)
    {
        var workspace = new ContactWorkspace(folder);
        ContactFile.Make(workspace.File("a"), rows);
        ContactFile.MakeEmpty(workspace.File("b"));
        await CopyAsync(workspace.File("a"), workspace.File("copy"));
        Verify.Writes(await RunEngineAsync(folder, read: read), rows);
        await Task.Delay(Overlap);
        Verify.Writes(await RunEngineAsync(folder, read: read), 0);
        return workspace;
    }

    /// <summary>What a child process measured in its first lap.</summary>
    public static Sample SampleOf(ChildReport report, string what, string? beside = null) => new(what, beside, report.Laps[0].Seconds)
    {
        ProcessSeconds = report.ProcessSeconds,
        CpuSeconds = report.CpuSeconds,
        PeakMiB = report.PeakMiB,
        Reads = report.Laps[0].Read,
        Writes = report.Laps[0].Writes,
        Stages = report.Laps[0].Stages,
    };

    /// <summary>The median of what a child process measured in its further laps.</summary>
    public static Sample WarmSampleOf(ChildReport report, string what, string? beside = null) =>
        new(what, beside, Median.Of(report.Laps.Skip(1).Select(lap => lap.Seconds)))
        {
            Reads = report.Laps[^1].Read,
            Writes = report.Laps.Skip(1).Sum(lap => lap.Writes),
        };
}

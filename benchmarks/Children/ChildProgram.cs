using System.Diagnostics;
using System.Text.Json;
using SesamTalk.Benchmarks.Baselines;
using SesamTalk.Benchmarks.Engine;
using SesamTalk.Sqlite;

namespace SesamTalk.Benchmarks.Children;

/// <summary>The program as a child: one task, one report on stdout.</summary>
internal static class ChildProgram
{
    private static readonly IChildTask[] Tasks =
        [new Copy(), new LookForChanges(), new CompareByAdoNet(), new CompareByCInterface(), new MoveChanges(), new EngineRuns()];

    /// <summary>Does the task that the first argument names.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        // One library of SQLite for baselines and engine alike.
        SqliteLibrary.Initialize();
        try
        {
            var report = await Tasks.Single(task => task.Name == arguments[0]).RunAsync(new ChildArguments(arguments[1..]));
            Console.Out.Write(JsonSerializer.Serialize(Measured(report)));
            return 0;
        }
        catch (BenchmarkFailedException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static ChildReport Measured(ChildReport report)
    {
        using var self = Process.GetCurrentProcess();
        return report with { PeakMiB = self.PeakWorkingSet64 / 1048576.0, CpuSeconds = self.TotalProcessorTime.TotalSeconds };
    }
}

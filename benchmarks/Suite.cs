using SesamTalk.Benchmarks.Reporting;
using SesamTalk.Benchmarks.Workloads;

namespace SesamTalk.Benchmarks;

/// <summary>Measures what was asked for, one after the other, and tells on stderr where it stands.</summary>
internal sealed class Suite(Options options)
{
    /// <summary>All workloads, in order.</summary>
    public static IReadOnlyList<IWorkload> Workloads { get; } = [new FirstRun(), new QuietRun(), new ChangedRun(), new CycleRun(), new VendorRun(), new StartUp()];

    /// <summary>Measures.</summary>
    /// <exception cref="BenchmarkFailedException">A result was wrong.</exception>
    public async Task<IReadOnlyList<Measurement>> MeasureAsync()
    {
        var measurements = new List<Measurement>();
        foreach (var workload in options.Workloads.Select(name => Workloads.Single(w => w.Name == name)))
        {
            foreach (var rows in workload.HasRows ? options.Rows : [0])
            {
                var samples = await MeasureAsync(workload, rows);
                measurements.AddRange(Measurement.Of(workload.Name, workload.HasRows ? rows : null, samples));
            }
        }

        return measurements;
    }

    private async Task<List<Sample>> MeasureAsync(IWorkload workload, long rows)
    {
        var samples = new List<Sample>();
        for (var repeat = 1; repeat <= options.Repeats; repeat++)
        {
            await Console.Error.WriteLineAsync($"{workload.Name}{(workload.HasRows ? $", {rows} rows" : string.Empty)}: {repeat} of {options.Repeats}");
            samples.AddRange(await MeasureAsync(rows, workload));
        }

        return samples;
    }

    private static async Task<IReadOnlyList<Sample>> MeasureAsync(long rows, IWorkload workload)
    {
        var folder = Directory.CreateTempSubdirectory("sesamtalk-benchmark-").FullName;
        try
        {
            return await workload.MeasureAsync(folder, rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

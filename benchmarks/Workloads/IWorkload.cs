namespace SesamTalk.Benchmarks.Workloads;

/// <summary>A workload: the engine and its baselines on the same data, and a check that the result is right.</summary>
internal interface IWorkload
{
    /// <summary>What it is asked for by.</summary>
    string Name { get; }

    /// <summary>Whether it is about a number of records.</summary>
    bool HasRows { get; }

    /// <summary>Measures it once, in an empty folder that is removed afterwards.</summary>
    /// <exception cref="BenchmarkFailedException">The result is wrong, so the time means nothing.</exception>
    Task<IReadOnlyList<Sample>> MeasureAsync(string folder, long rows);
}

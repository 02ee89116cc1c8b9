using System.Collections.Immutable;

namespace SesamTalk.Benchmarks.Children;

/// <summary>What a child process found out.</summary>
/// <param name="Laps">How often it did what was asked, one after the other.</param>
internal sealed record ChildReport(ImmutableArray<Lap> Laps)
{
    /// <summary>The greatest memory that the process ever held, in MiB.</summary>
    public double PeakMiB { get; init; }

    /// <summary>How many seconds of processor time the whole process took: a busy machine does not move it.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>How long the whole process took, in seconds, start-up included; measured from outside.</summary>
    public double ProcessSeconds { get; init; }

    /// <summary>A report of one lap.</summary>
    public static ChildReport Of(TimeSpan time, long writes) => new([new Lap(time.TotalSeconds, writes)]);
}

/// <summary>One time through.</summary>
/// <param name="Seconds">How long it took, without the start-up of the process.</param>
/// <param name="Writes">How many records were written.</param>
internal sealed record Lap(double Seconds, long Writes)
{
    /// <summary>How many records were read, where the engine ran.</summary>
    public long? Read { get; init; }

    /// <summary>How many seconds went by in each stage of the engine, where it ran.</summary>
    public ImmutableSortedDictionary<string, double> Stages { get; init; } = ImmutableSortedDictionary<string, double>.Empty;
}

using System.Collections.Immutable;
using SesamTalk.Benchmarks.Vendors;

namespace SesamTalk.Benchmarks.Workloads;

/// <summary>One thing measured once.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Beside">Which other thing of the workload it is set in proportion to; none for a baseline.</param>
/// <param name="Seconds">How long the work took, in seconds.</param>
internal sealed record Sample(string What, string? Beside, double Seconds)
{
    /// <summary>How long the whole process took, where it is the process of this work alone.</summary>
    public double? ProcessSeconds { get; init; }

    /// <summary>How many seconds of processor time that process took.</summary>
    public double? CpuSeconds { get; init; }

    /// <summary>The greatest memory that the process held, in MiB, where that is known.</summary>
    public double? PeakMiB { get; init; }

    /// <summary>Records read, where the engine ran.</summary>
    public long? Reads { get; init; }

    /// <summary>Records written, where there are any to write.</summary>
    public long? Writes { get; init; }

    /// <summary>The calls that a vendor was asked; then <see cref="Seconds"/> are those of the virtual clock.</summary>
    public CallCount? Calls { get; init; }

    /// <summary>Seconds by stage of the engine.</summary>
    public ImmutableSortedDictionary<string, double> Stages { get; init; } = ImmutableSortedDictionary<string, double>.Empty;
}

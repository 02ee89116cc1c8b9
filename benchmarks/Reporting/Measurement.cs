using System.Collections.Immutable;
using SesamTalk.Benchmarks.Vendors;
using SesamTalk.Benchmarks.Workloads;

namespace SesamTalk.Benchmarks.Reporting;

/// <summary>One line of the result: the median of what was measured, and its proportion to the baseline.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="What">What was measured.</param>
/// <param name="Rows">How many records it was about; none where it is not about records.</param>
/// <param name="Seconds">How long the work took.</param>
/// <param name="Beside">The baseline; none for a baseline.</param>
/// <param name="Ratio">How many times as long as the baseline.</param>
/// <param name="ProcessSeconds">How long the whole process took.</param>
/// <param name="ProcessRatio">How many times as long as the whole process of the baseline.</param>
/// <param name="CpuSeconds">How many seconds of processor time that process took.</param>
/// <param name="PeakMiB">The greatest memory that the process held, in MiB.</param>
/// <param name="Reads">How many records were read, where the engine ran.</param>
/// <param name="Writes">How many records were written.</param>
/// <param name="Stages">Seconds by stage of the engine, roughly.</param>
internal sealed record Measurement(
    string Workload,
    string What,
    long? Rows,
    double Seconds,
    string? Beside,
    double? Ratio,
    double? ProcessSeconds,
    double? ProcessRatio,
    double? CpuSeconds,
    double? PeakMiB,
    long? Reads,
    long? Writes,
    ImmutableSortedDictionary<string, double> Stages)
{
    /// <summary>The calls that a vendor was asked, where that is what was measured; then the seconds are those of the virtual clock.</summary>
    public CallCount? Calls { get; init; }

    /// <summary>The lines of a workload that was measured several times.</summary>
    public static IEnumerable<Measurement> Of(string workload, long? rows, IReadOnlyList<Sample> samples)
    {
        var medians = samples.GroupBy(sample => sample.What).Select(MedianOf).ToArray();
        foreach (var median in medians)
        {
            var baseline = medians.FirstOrDefault(other => other.What == median.Beside);
            yield return new Measurement(
                workload,
                median.What,
                rows,
                median.Seconds,
                median.Beside,
                baseline is { Seconds: > 0 } ? median.Seconds / baseline.Seconds : null,
                median.ProcessSeconds,
                median.ProcessSeconds / baseline?.ProcessSeconds,
                median.CpuSeconds,
                median.PeakMiB,
                median.Reads,
                median.Writes,
                median.Stages) { Calls = median.Calls };
        }
    }

    private static Sample MedianOf(IGrouping<string, Sample> samples)
    {
        var median = Median.Of(samples.Select(sample => sample.Seconds));
        return samples.First(sample => sample.Seconds == median) with
        {
            ProcessSeconds = Median.OfKnown(samples.Select(s => s.ProcessSeconds)),
            CpuSeconds = Median.OfKnown(samples.Select(s => s.CpuSeconds)),
            PeakMiB = samples.Max(s => s.PeakMiB),
        };
    }
}

namespace SesamTalk.Benchmarks.Workloads;

/// <summary>The median: what one slow moment of the machine does not move.</summary>
internal static class Median
{
    /// <summary>The middle one; of an even number the lesser of the two in the middle.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return ordered[(ordered.Length - 1) / 2];
    }

    /// <summary>The median of what is known; none where nothing is.</summary>
    public static double? OfKnown(IEnumerable<double?> values) =>
        values.OfType<double>().ToArray() is { Length: > 0 } known ? Of(known) : null;
}

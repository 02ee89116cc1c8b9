using System.Collections.Immutable;

namespace SesamTalk.Engine.Testing.Covering;

/// <summary>What the tests of a flow touch of it.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Points">All that tests can touch, in the order of the file.</param>
public sealed record FlowCoverage(string Flow, ImmutableArray<CoveragePoint> Points)
{
    /// <summary>How many points tests touch.</summary>
    public int Touched => Points.Count(point => point.IsTouched);

    /// <summary>What share of points tests touch, in percent, rounded down: 100 says that all are.</summary>
    public static int PercentOf(long touched, long all) => all == 0 ? 100 : (int)(100 * touched / all);
}

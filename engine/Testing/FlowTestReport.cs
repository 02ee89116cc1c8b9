using System.Collections.Immutable;
using SesamTalk.Engine.Testing.Covering;

namespace SesamTalk.Engine.Testing;

/// <summary>What came of the tests of flows.</summary>
/// <param name="Results">The tests, by file and in the order of each file.</param>
/// <param name="Coverage">What they touch, for each flow, in ordinal order of the flows.</param>
public sealed record FlowTestReport(ImmutableArray<FlowTestResult> Results, ImmutableArray<FlowCoverage> Coverage)
{
    /// <summary>What the tests say of flows with one thing broken; none where that was not asked for.</summary>
    public ImmutableArray<MutantResult>? Mutants { get; init; }
}

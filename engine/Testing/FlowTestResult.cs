using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Testing;

/// <summary>What came of a test.</summary>
/// <param name="File">The file of the test, as it is shown to a person.</param>
/// <param name="Flow">The flow that is tested.</param>
/// <param name="Name">The test.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Differences">What is not as expected; nothing where the test passed.</param>
/// <param name="Time">How long it took.</param>
public sealed record FlowTestResult(string File, string Flow, string Name, Place Place, ImmutableArray<TestDifference> Differences, TimeSpan Time)
{
    /// <summary>Whether all is as expected.</summary>
    public bool Passed => Differences.IsEmpty;
}

using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Testing.Updating;

namespace SesamTalk.Engine.Testing;

/// <summary>Something that is not as a test expects it.</summary>
/// <param name="Subject">What it is about: <c>target.Name</c>, <c>refused</c>, <c>conflicts.phone</c>.</param>
/// <param name="Expected">What is expected, for a person.</param>
/// <param name="Actual">What is there, for a person.</param>
/// <param name="Place">Where the expectation stands; where nothing is said of it, the place of the test.</param>
public sealed record TestDifference(string Subject, string Expected, string Actual, Place Place)
{
    /// <summary>Which way the records were followed; none for the long form of a test.</summary>
    public Direction? Way { get; init; }

    /// <summary>How the file could say what is there; none where it cannot.</summary>
    internal Correction? Correction { get; init; }
}

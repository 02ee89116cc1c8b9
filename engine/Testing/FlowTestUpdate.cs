using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Testing.Updating;

namespace SesamTalk.Engine.Testing;

/// <summary>Makes test files expect what is there.</summary>
public static class FlowTestUpdate
{
    /// <summary>The text of a test file that expects what its tests gave; the same text where nothing can be brought up to date.</summary>
    /// <param name="source">The file as it was read.</param>
    /// <param name="results">What came of its tests.</param>
    public static string Of(SourceText source, IEnumerable<FlowTestResult> results)
    {
        ArgumentNullException.ThrowIfNull(source);
        var corrections = results.SelectMany(result => result.Differences).Select(difference => difference.Correction).OfType<Correction>();
        return new TestFileText(source.Text).With(corrections);
    }
}

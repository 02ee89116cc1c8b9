using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Formatting;
using SesamTalk.Engine.Formatting.Ordering;
using SesamTalk.Engine.Testing.Updating;

namespace SesamTalk.Engine.Testing;

/// <summary>Makes test files expect what is there.</summary>
public static class FlowTestUpdate
{
    /// <summary>
    /// The text of a test file that expects what its tests gave; the same text where nothing can be brought up to date. A file in canonical
    /// layout stays so; of another nothing is changed but what it expects.
    /// </summary>
    /// <param name="source">The file as it was read.</param>
    /// <param name="results">What came of its tests.</param>
    public static string Of(SourceText source, IEnumerable<FlowTestResult> results)
    {
        ArgumentNullException.ThrowIfNull(source);
        var corrections = results.SelectMany(result => result.Differences).Select(difference => difference.Correction).OfType<Correction>();
        var text = new TestFileText(source.Text).With(corrections);
        return text != source.Text && Canonical(source.Text) == source.Text ? Canonical(text) : text;
    }

    private static string Canonical(string text) => CanonicalText.Of(text, KeySchemas.Of(FileKind.FlowTest));
}

using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Testing;

namespace SesamTalk.Cli.Output.Tests;

/// <summary>Tests of flows for a person: a line for each file, and what is not as expected, property by property.</summary>
internal sealed class TestText(TestSummary summary)
{
    /// <summary>Writes it.</summary>
    public void Write(TextPage page)
    {
        DiagnosticForm.Write(page, summary.Faults, summary.Reading.Render);
        foreach (var file in summary.Report.Results.GroupBy(result => result.File))
        {
            Write(page, file.Key, [.. file]);
        }

        foreach (var file in summary.Updated)
        {
            page.Line($"{file} was brought up to date.");
        }

        page.Line($"{(summary.Report.Results.IsEmpty ? string.Empty : "\n")}{Counts}");
        if (summary.TellsCoverage)
        {
            CoverageText.Write(page, summary);
        }

        MutantText.Write(page, summary.Report.Mutants);
    }

    /// <summary>Why no test was run; none where one was.</summary>
    public string? WhyNone =>
        !summary.Report.Results.IsEmpty ? null
        : summary.Faults.IsEmpty ? "No test was run: none of the flows that are selected has a test."
        : "No test was run: mend the errors above.";

    private string Counts => WhyNone ?? summary.Report.Results switch
    {
        var results when summary.Failed == 0 => $"{Count.Of(results.Length, "test")}, all passed.",
        var results => $"{Count.Of(results.Length, "test")}, {Count.Of(summary.Failed)} failed.",
    };

    private static void Write(TextPage page, string file, IReadOnlyCollection<FlowTestResult> results)
    {
        page.Line($"{(results.All(result => result.Passed) ? "ok    " : "FAILED")} {file} ({Count.Of(results.Count, "test")})");
        foreach (var result in results.Where(result => !result.Passed))
        {
            page.Line($"       line {result.Place.Line}: {result.Name}");
            foreach (var way in result.Differences.GroupBy(difference => difference.Way))
            {
                Write(page, way.Key, [.. way]);
            }
        }
    }

    private static void Write(TextPage page, Direction? way, IReadOnlyCollection<TestDifference> differences)
    {
        var indent = new string(' ', 9);
        if (WordsFor(way) is { } words)
        {
            page.Line($"{indent}{words}");
            indent += "  ";
        }

        var width = differences.Max(difference => difference.Subject.Length);
        foreach (var difference in differences)
        {
            page.Line($"{indent}{difference.Subject.PadRight(width)}  expected {difference.Expected}, found {difference.Actual}");
        }
    }

    /// <summary>Which way records were followed, in words; none for the long form of a test.</summary>
    public static string? WordsFor(Direction? way) => way switch
    {
        Direction.ToTarget => "from the source to the target",
        Direction.ToSource => "from the target back to the source",
        _ => null,
    };
}

using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Output;

/// <summary>The last words of a run: what is open, and where to look.</summary>
internal static class NextSteps
{
    /// <summary>Writes them.</summary>
    public static void Write(TextPage page, RunReport report)
    {
        string[] open =
        [
            .. Part(report.Flows.Sum(flow => flow.InReview), "in review"),
            .. Part(report.Flows.Sum(flow => flow.Waiting), "waiting"),
        ];
        if (open.Length > 0)
        {
            page.Line();
            page.Line($"{string.Join(", ", open)}: 'sesamtalk status' tells which and why.");
        }
        else if (report.Findings.IsEmpty)
        {
            page.Line(RunTable.IsBusy(report) ? "\nAll linked records agree. 'sesamtalk status' tells where things stand." : "All linked records agree.");
        }
    }

    private static IEnumerable<string> Part(long count, string word) => count == 0 ? [] : [$"{Count.Of(count)} {word}"];
}

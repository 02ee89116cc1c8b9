using SesamTalk.Engine.Testing.Covering;

namespace SesamTalk.Cli.Output.Tests;

/// <summary>What tests touch, for a person: a line for each flow, and then what no test touches.</summary>
internal static class CoverageText
{
    /// <summary>Writes it.</summary>
    public static void Write(TextPage page, TestSummary summary)
    {
        page.Line();
        var table = new PlainTable("flow");
        table.AddNumbers("rows", "match rules", "conditions", "look-up entries", "touched");
        foreach (var flow in summary.Report.Coverage)
        {
            table.Row([flow.Flow, .. Cells([.. flow.Points])]);
        }

        table.Total(["total", .. Cells([.. summary.Report.Coverage.SelectMany(flow => flow.Points)])]);
        table.Draw(page);
        foreach (var untouched in Untouched(summary))
        {
            page.Line(untouched);
        }

        if (summary.MissesCoverage)
        {
            page.Line(Missed(summary));
        }
    }

    /// <summary>What no test touches, a line each.</summary>
    public static IEnumerable<string> Untouched(TestSummary summary) =>
        summary.Report.Coverage.SelectMany(flow => flow.Points).Where(point => !point.IsTouched).Select(point => $"{point.Place}: no test touches {point.Text}");

    /// <summary>That tests touch less than what is demanded.</summary>
    public static string Missed(TestSummary summary) => $"Tests touch {summary.Percent} %, and {summary.MinimumCoverage} % are demanded.";

    private static IEnumerable<string> Cells(CoveragePoint[] points) =>
    [
        .. Enum.GetValues<CoverageKind>().Select(kind => points.Where(point => point.Kind == kind).ToList()).Select(some => some.Count == 0 ? string.Empty : $"{some.Count(point => point.IsTouched)} of {some.Count}"),
        $"{FlowCoverage.PercentOf(points.Count(point => point.IsTouched), points.Length)} %",
    ];
}

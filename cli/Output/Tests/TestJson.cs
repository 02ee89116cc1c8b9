using System.Text.Json;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Testing;
using SesamTalk.Engine.Testing.Covering;

namespace SesamTalk.Cli.Output.Tests;

/// <summary>Tests of flows for a program.</summary>
internal sealed class TestJson(TestSummary summary)
{
    /// <summary>Writes it.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("passed", summary.Report.Results.Length - summary.Failed);
        json.WriteNumber("failed", summary.Failed);
        json.WriteList("tests", summary.Report.Results, result => Write(json, result));
        json.WriteTexts("updated", summary.Updated);
        if (summary.TellsCoverage)
        {
            WriteCoverage(json);
        }

        if (summary.Report.Mutants is { } mutants)
        {
            json.WriteList("mutants", mutants, mutant =>
            {
                json.WriteString("flow", mutant.Flow);
                json.WriteString("mutant", mutant.Text);
                WritePlace(json, mutant.Place);
                json.WriteString("noticed_by", mutant.NoticedBy);
            });
        }

        DiagnosticForm.Write(json, summary.Faults);
    }

    private static void Write(Utf8JsonWriter json, FlowTestResult result)
    {
        json.WriteString("flow", result.Flow);
        json.WriteString("test", result.Name);
        WritePlace(json, result.Place);
        json.WriteBoolean("passed", result.Passed);
        json.WriteNumber("seconds", Math.Round(result.Time.TotalSeconds, 3));
        json.WriteList("differences", result.Differences, difference =>
        {
            json.WriteString("way", difference.Way is { } way ? way == Engine.Flows.Direction.ToTarget ? "to_target" : "to_source" : null);
            json.WriteString("subject", difference.Subject);
            json.WriteString("expected", difference.Expected);
            json.WriteString("found", difference.Actual);
            WritePlace(json, difference.Place);
        });
    }

    private void WriteCoverage(Utf8JsonWriter json)
    {
        json.WriteNumber("coverage_percent", summary.Percent);
        json.WriteList("coverage", summary.Report.Coverage, flow =>
        {
            json.WriteString("flow", flow.Flow);
            json.WriteNumber("percent", FlowCoverage.PercentOf(flow.Touched, flow.Points.Length));
            json.WriteNumber("points", flow.Points.Length);
            json.WriteNumber("touched", flow.Touched);
            json.WriteList("untouched", flow.Points.Where(point => !point.IsTouched), point =>
            {
                json.WriteString("kind", WordFor(point.Kind));
                json.WriteString("text", point.Text);
                WritePlace(json, point.Place);
            });
        });
    }

    private static string WordFor(CoverageKind kind) => kind switch
    {
        CoverageKind.MatchRule => "match_rule",
        CoverageKind.Condition => "condition",
        CoverageKind.LookupEntry => "lookup_entry",
        _ => "row",
    };

    private static void WritePlace(Utf8JsonWriter json, Place place)
    {
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Cli.Watching;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Output;

/// <summary>One run of many that a person follows: a line with the time, and more where there is more to tell.</summary>
/// <param name="Run">What it did.</param>
/// <param name="Untold">What was found that the run before had not found.</param>
/// <param name="Webhooks">The calls that came before its end; none where nobody listens.</param>
internal sealed record WatchedRun(RunSummary Run, ImmutableArray<Finding> Untold, HintCounts? Webhooks) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        var isBusy = RunTable.IsBusy(Run.Report);
        page.Line($"{StatusText.Time(Run.Report.Started)}  {Run.Headline}{AsBefore()}{Calls()}");
        if (isBusy)
        {
            page.Line();
            RunTable.Draw(page, Run.Report);
        }

        FindingForm.Write(page, Untold);
        if (isBusy)
        {
            NextSteps.Write(page, Run.Report);
        }

        if (isBusy || !Untold.IsEmpty)
        {
            page.Line();
        }
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        Run.Write(json);
        if (Webhooks is { } counts)
        {
            json.WriteStartObject("webhooks");
            json.WriteNumber("taken", counts.Taken);
            json.WriteNumber("refused", counts.Refused);
            json.WriteEndObject();
        }
    }

    private string Calls() =>
        (Webhooks is { Taken: > 0 and var taken } ? $" {Count.Of(taken, "webhook")}." : string.Empty)
        + (Webhooks is { Refused: > 0 and var refused } ? $" {Count.Of(refused, "call")} refused: wrong signature." : string.Empty);

    private string AsBefore()
    {
        string[] subjects = [.. Run.Report.Findings.Except(Untold).Select(finding => finding.Subject).Distinct(StringComparer.Ordinal)];
        return subjects switch
        {
            [] => string.Empty,
            [var one, var two, var three, _, ..] => $" As before: {one}, {two}, {three} and {subjects.Length - 3} more.",
            _ => $" As before: {string.Join(", ", subjects)}.",
        };
    }
}

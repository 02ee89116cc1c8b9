using System.Text.Json;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>How much is linked, and who is in review.</summary>
/// <param name="Status">What the state tells.</param>
internal sealed record LinkList(StateStatus Status) : IReport
{
    private const int Most = 50;

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        StatusText.Flows(page, Status.Flows);
        page.Line();
        if (Status.Reviews.IsEmpty)
        {
            page.Line("No record is in review. 'sesamtalk links show RECORD' tells what a record is linked with, and why.");
            return;
        }

        var all = Status.Flows.Sum(flow => flow.InReview);
        page.Heading($"In review ({Count.Of(all)}{(all > Most ? $", the first {Most} are listed" : string.Empty)})");
        ReviewForm.Write(page, [.. Status.Reviews.Take(Most)]);
        page.Line("  What to do: 'sesamtalk links link RECORD OTHER' links two that belong together; 'sesamtalk links unlink RECORD OTHER' keeps two apart.");
        page.Line("  Or make the values that they share different. The next run links what is no longer ambiguous.");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteList("flows", Status.Flows, flow =>
        {
            json.WriteString("flow", flow.Flow);
            json.WriteNumber("links", flow.Links);
            json.WriteNumber("in_review", flow.InReview);
        });
        ReviewForm.Write(json, Status.Reviews);
    }
}

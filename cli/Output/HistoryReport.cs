using System.Text.Json;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>What was written to a record.</summary>
/// <param name="History">The changes.</param>
internal sealed record HistoryReport(RecordHistory History) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Heading(History.Record);
        if (History.Changes.IsEmpty)
        {
            page.Line($"  Nothing was ever written to it. 'sesamtalk explain {History.Record}' tells where its values come from.");
            return;
        }

        if (History.Earlier > 0)
        {
            page.Line($"  {Count.Of(History.Earlier)} earlier: '--limit {History.Earlier + History.Changes.Length}' tells them too");
        }

        foreach (var change in History.Changes)
        {
            page.Line($"  {ChangeForm.Line(change)}");
        }

        page.Line($"'sesamtalk undo {History.Changes[^1].Run}' takes the last of these runs back, as a whole.");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("record", History.Record);
        json.WriteNumber("earlier", History.Earlier);
        json.WriteList("changes", History.Changes, change => ChangeForm.Write(json, change));
    }
}

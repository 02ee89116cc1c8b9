using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.History;

namespace SesamTalk.Cli.Output;

/// <summary>What became of taking a run back.</summary>
/// <param name="Report">The report of the engine.</param>
/// <param name="Flows">The flows that ran.</param>
internal sealed record UndoSummary(UndoReport Report, ImmutableArray<FlowOutline> Flows) : IReport
{
    private const int Most = 50;

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Heading($"Run {Report.Undone} was taken back: {Count.Of(Report.Restored, "value")} restored.");
        Write(page, Report.Changes.Where(change => change.Reason is null), change => $"{change.Record} {change.Property}: {ChangeForm.Shown(change.After)} back to {ChangeForm.Shown(change.Before)}");
        if (Report.Changes.Any(change => change.Reason is not null))
        {
            page.Line("Left as it is:");
            Write(page, Report.Changes.Where(change => change.Reason is not null), change => $"{change.Record}{(change.Property is null ? string.Empty : $" {change.Property}")}: {change.Reason}");
        }

        page.Line();
        new RunSummary(Report.Run, Flows).Write(page);
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteIdentifier("undone", Report.Undone);
        json.WriteNumber("restored", Report.Restored);
        json.WriteList("changes", Report.Changes, change =>
        {
            json.WriteString("record", change.Record);
            json.WriteString("property", change.Property);
            ChangeForm.WriteValue(json, "before", change.Before);
            ChangeForm.WriteValue(json, "after", change.After);
            json.WriteString("left_because", change.Reason);
        });
        new RunSummary(Report.Run, Flows).Write(json);
    }

    private static void Write(TextPage page, IEnumerable<UndoneChange> changes, Func<UndoneChange, string> line)
    {
        var all = changes.ToList();
        all.Take(Most).ToList().ForEach(change => page.Line($"  {line(change)}"));
        if (all.Count > Most)
        {
            page.Line($"  and {Count.Of(all.Count - Most)} more; '--format json' tells up to a thousand");
        }
    }
}

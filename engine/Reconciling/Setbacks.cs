using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>What keeps a row of a link from being reconciled: a counterpart that is not there yet (clause R10), or a value that cannot be converted (clause W4).</summary>
internal sealed class Setbacks(RunContext context, Waits waits)
{
    /// <summary>Lets a row wait for a counterpart, or sets aside what it cannot convert.</summary>
    public void SetAside(Meeting meeting, Side winner, Converted converted)
    {
        var (flow, row, record) = (meeting.Flow, meeting.Row, meeting.RecordOf(winner));
        var entity = flow.Entity(winner);
        var property = winner == Side.Source ? row.Row.Source : row.Row.Target;
        if (converted.AwaitedKey is { } key)
        {
            var awaited = new RecordName(winner == Side.Source ? row.ReferencedSource : row.ReferencedTarget, key);
            context.State.Waiting.Remove(flow, entity.Number, record.Id, row.Number);
            waits.Put(flow, entity.Number, record.Id, row.Number, awaited, $"{property} waits for the counterpart of {(row.IsSensitive ? Masked.Text : awaited)}");
            return;
        }

        var content = Fingerprint.Start.Add(converted.Fault!).Value;
        if (!context.State.DeadLetters.Holds(entity.Number, record.Id, LetterOf(meeting), content))
        {
            var message = $"{property}: {converted.Fault}";
            context.State.DeadLetters.Put(entity.Number, record.Id, LetterOf(meeting), content, record.Name, flow.Name, message, context.Run);
            context.Ledger.Add(new Finding(FindingKind.Rejected, record.Name.ToString(), message, "Change the value; it is then tried again."));
            context.Ledger.Count(flow, report => report with { Rejected = report.Rejected + 1 });
        }
    }

    /// <summary>What a row waited for, or could not convert, is overtaken when it comes through.</summary>
    public void StopWaiting(Meeting meeting, bool isThrough = true)
    {
        foreach (var row in meeting.Group.Rows.Where(row => row.IsReference || row.Elements is not null))
        {
            context.State.Waiting.Remove(meeting.Flow, meeting.Flow.Source.Number, meeting.Source.Id, row.Number);
            context.State.Waiting.Remove(meeting.Flow, meeting.Flow.Target.Number, meeting.Target.Id, row.Number);
        }

        if (isThrough && context.State.DeadLetters.HasAny())
        {
            context.State.DeadLetters.Remove(meeting.Flow.Source.Number, meeting.Source.Id, LetterOf(meeting));
            context.State.DeadLetters.Remove(meeting.Flow.Target.Number, meeting.Target.Id, LetterOf(meeting));
        }
    }

    private static string LetterOf(Meeting meeting) => $"row {meeting.Flow.Name} {meeting.Row.Name}";
}

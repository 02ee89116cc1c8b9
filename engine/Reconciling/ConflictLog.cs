using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>Records conflicts, once for the same two edits (clause R4).</summary>
internal sealed class ConflictLog(RunContext context)
{
    /// <summary>Records the conflict of a row.</summary>
    public void Record(Meeting meeting, Stamp sourceEdit, Stamp targetEdit, bool sourceWins, string decidedBy)
    {
        var (row, flow) = (meeting.Row.Row, meeting.Flow);
        var source = new ConflictSide(meeting.Source.Name, row.Source, meeting.Sides.SourceValue, meeting.Row.Form, sourceEdit, meeting.Row.IsSensitive);
        var target = new ConflictSide(meeting.Target.Name, row.Target, meeting.Sides.TargetValue, meeting.Row.Form, targetEdit, meeting.Row.IsSensitive);
        Record(flow, row.Place, source, target, sourceWins, decidedBy);
    }

    /// <summary>Records the conflict of two elements of lists (clause R11).</summary>
    public void Record(Meeting meeting, ElementConflict conflict)
    {
        var (row, sides) = (conflict.Row?.Row, conflict.Sides);
        var isSensitive = meeting.Row.IsSensitive;
        var form = conflict.Row?.Form ?? meeting.Row.Form;
        var sourceName = meeting.Flow.Source.Lists[meeting.Row.Source]!.NameOf(conflict.Key);
        var targetName = meeting.Flow.Target.Lists[meeting.Row.Target]!.NameOf(conflict.Key);
        Record(
            meeting.Flow,
            row?.Place ?? meeting.Row.Row.Place,
            new ConflictSide(meeting.Source.Name, row is null ? sourceName : $"{sourceName}.{row.Source}", sides.SourceValue, form, sides.SourceStamp, isSensitive),
            new ConflictSide(meeting.Target.Name, row is null ? targetName : $"{targetName}.{row.Target}", sides.TargetValue, form, sides.TargetStamp, isSensitive),
            conflict.SourceWins,
            conflict.DecidedBy);
    }

    private void Record(MappedFlow flow, Place place, ConflictSide source, ConflictSide target, bool sourceWins, string decidedBy)
    {
        var (winner, loser) = sourceWins ? (source, target) : (target, source);
        if (context.State.Conflicts.Record(new Conflict(flow.Name, $"{place.File}:{place.Line}", winner, loser, decidedBy), context.Run))
        {
            context.Ledger.Count(flow, report => report with { Conflicts = report.Conflicts + 1 });
        }
    }
}

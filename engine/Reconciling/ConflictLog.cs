using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>Records conflicts, once for the same two edits (clause R4).</summary>
internal sealed class ConflictLog(RunContext context)
{
    /// <summary>Records the conflict of a row.</summary>
    /// <param name="meeting">The two sides.</param>
    /// <param name="sourceEdit">The edit of the source.</param>
    /// <param name="targetEdit">The edit of the target.</param>
    /// <param name="sourceWins">Which wins.</param>
    /// <param name="decidedBy">What decided.</param>
    /// <param name="written">What is written to the side that loses; its own value where nothing is.</param>
    public void Record(Meeting meeting, Stamp sourceEdit, Stamp targetEdit, bool sourceWins, string decidedBy, Value? written = null)
    {
        var (row, flow, form) = (meeting.Row.Row, meeting.Flow, FormOf(meeting.Row, sourceWins));
        var source = new ConflictSide(meeting.Source.Name, row.Source, meeting.Sides.SourceValue, form, sourceEdit, meeting.Row.IsSensitive);
        var target = new ConflictSide(meeting.Target.Name, row.Target, meeting.Sides.TargetValue, form, targetEdit, meeting.Row.IsSensitive);
        Record(flow, row.Place, source, target, sourceWins, decidedBy, written);
    }

    /// <summary>Records the conflict of two elements of lists (clause R11).</summary>
    public void Record(Meeting meeting, ElementConflict conflict)
    {
        var (row, sides) = (conflict.Row?.Row, conflict.Sides);
        var isSensitive = meeting.Row.IsSensitive;
        var form = conflict.Row is { } given ? FormOf(given, conflict.SourceWins) : meeting.Row.Form;
        var sourceName = meeting.Flow.Source.Lists[meeting.Row.Source]!.NameOf(conflict.Key);
        var targetName = meeting.Flow.Target.Lists[meeting.Row.Target]!.NameOf(conflict.Key);
        Record(
            meeting.Flow,
            row?.Place ?? meeting.Row.Row.Place,
            new ConflictSide(meeting.Source.Name, row is null ? sourceName : $"{sourceName}.{row.Source}", sides.SourceValue, form, sides.SourceStamp, isSensitive),
            new ConflictSide(meeting.Target.Name, row is null ? targetName : $"{targetName}.{row.Target}", sides.TargetValue, form, sides.TargetStamp, isSensitive),
            conflict.SourceWins,
            conflict.DecidedBy,
            conflict.Written);
    }

    // What is compared is what the side that loses holds, and what it is given.
    private static CanonicalForm FormOf(MappedRow row, bool sourceWins) => sourceWins ? row.Form : row.SourceForm;

    private void Record(MappedFlow flow, Place place, ConflictSide source, ConflictSide target, bool sourceWins, string decidedBy, Value? written)
    {
        var (winner, loser) = sourceWins ? (source, target) : (target, source);
        winner = winner with { Compared = written ?? winner.Value };
        if (context.State.Conflicts.Record(new Conflict(flow.Name, $"{place.File}:{place.Line}", winner, loser, decidedBy), context.Run))
        {
            context.Ledger.Count(flow, report => report with { Conflicts = report.Conflicts + 1 });
        }
    }
}

using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.Running;

namespace SesamTalk.Engine.Deleting;

/// <summary>Records where a delete met an edit (clauses D3, R4).</summary>
internal sealed class DeleteConflicts(RunContext context)
{
    /// <summary>Records the conflicts of a judgement, once for the same two edits.</summary>
    public void Record(BrokenLink link, Judgement judgement)
    {
        foreach (var edit in judgement.Conflicts)
        {
            var (edited, deleted) = (Edited(link, edit), Deleted(link));
            var editWins = judgement.Verdict is Verdict.Renew or Verdict.Hold or Verdict.End;
            var place = edit.Row?.Row.Place ?? link.Flow.Flow.Place;
            var (winner, loser) = editWins ? (edited, deleted) : (deleted, edited);
            if (context.State.Conflicts.Record(new Conflict(link.Flow.Name, $"{place.File}:{place.Line}", winner, loser, judgement.DecidedBy), context.Run))
            {
                context.Ledger.Count(link.Flow, report => report with { Conflicts = report.Conflicts + 1 });
            }
        }
    }

    private ConflictSide Edited(BrokenLink link, UnseenEdit edit) => new(
        link.Left.Name,
        link.LeftEntity.Shape.Properties[edit.Property].Path,
        link.Left.Values[edit.Property],
        link.LeftEntity.Forms[edit.Property],
        link.Left.Stamps[edit.Property],
        IsSensitive(link.LeftEntity, edit.Property));

    // A record that is gone has lost its key.
    private static ConflictSide Deleted(BrokenLink link)
    {
        var key = link.GoneEntity.Description.Key.Property;
        var form = Values.CanonicalForm.Of(link.GoneEntity.Description.Property(key)!);
        var stamp = new Values.Stamp(link.Gone.GoneAt ?? 0, link.GoneEntity.System.Rank, link.Gone.Name, 0, 0, 0);
        return new ConflictSide(link.Gone.Name, key, Value.None, form, stamp, false);
    }

    private bool IsSensitive(MappedEntity entity, int property) => context.Set.AllFlows.Any(flow => flow.Rows.Any(row =>
        row.Row.Sensitive && ((flow.Source == entity && row.Source == property) || (flow.Target == entity && row.Target == property))));
}

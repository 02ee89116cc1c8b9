using SesamTalk.Engine.History;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Writing;

/// <summary>Enters applied changes into the journal, the conflicts and the ledger (clauses H1, R4).</summary>
internal sealed class WriteLog(RunContext context)
{
    /// <summary>Enters a write that was done.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="write">What was sent.</param>
    /// <param name="mirror">What is there now.</param>
    public void Enter(MappedEntity entity, PlannedWrite write, MirrorRecord mirror)
    {
        Wish[] changes = [.. write.Changes(entity)];
        var entries = changes.Select(wish => new PropertyJournal(
            entity.Slots[wish.Property],
            write.Mirror.Values[wish.Property],
            mirror.Values[wish.Property],
            wish.Stamp,
            wish.Flow.Number,
            wish.Row.Row.Place.Line));
        context.State.Journal.Enter(context.Run, entity, mirror.Name, ChangeKind.Updated, [.. entries], context.State.Numbers);
        foreach (var wish in changes)
        {
            RecordIfNew(entity, write.Mirror, wish);
        }

        context.Ledger.Count(changes[0].Flow, report => changes[0].Flow.Target == entity
            ? report with { UpdatedInTarget = report.UpdatedInTarget + 1 }
            : report with { UpdatedInSource = report.UpdatedInSource + 1 });
    }

    // R4: a write that replaces a value whose edit was first seen in this run is a conflict, whoever else saw it.
    private void RecordIfNew(MappedEntity entity, MirrorRecord before, Wish wish)
    {
        var replaced = before.Stamps[wish.Property];
        if (replaced.Epoch != context.Epoch || replaced.IsSameEdit(wish.Stamp))
        {
            return;
        }

        var path = entity.Shape.Properties[wish.Property].Path;
        var form = entity.Forms[wish.Property];
        var winner = new ConflictSide(before.Name, path, wish.Value, form, wish.Stamp, entity.Sensitive[wish.Property]);
        var loser = new ConflictSide(before.Name, path, before.Values[wish.Property], form, replaced, entity.Sensitive[wish.Property]);
        var place = wish.Row.Row.Place;
        if (context.State.Conflicts.Record(new Conflict(wish.Flow.Name, $"{place.File}:{place.Line}", winner, loser, wish.Row.Policy.ToString().ToLowerInvariant()), context.Run))
        {
            context.Ledger.Count(wish.Flow, report => report with { Conflicts = report.Conflicts + 1 });
        }
    }
}

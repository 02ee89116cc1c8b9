using SesamTalk.Connectors.Values;
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
            if (entity.Lists[wish.Property] is { } list)
            {
                RecordElements(list, write.Mirror, wish);
            }
            else
            {
                RecordIfNew(entity, write.Mirror, wish);
            }
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
        Record(before.Name, path, entity.Forms[wish.Property], wish, (wish.Value, wish.Stamp), (before.Values[wish.Property], replaced));
    }

    // The same, for what a list holds.
    private void RecordElements(MappedList list, MirrorRecord before, Wish wish)
    {
        var wanted = ElementSet.Of(list, wish.Value, wish.Stamp);
        foreach (var element in ElementSet.Of(list, before.Values[wish.Property], before.Stamps[wish.Property]).Present)
        {
            if (wanted.Find(element.Key) is { IsRemoved: false } now)
            {
                RecordChanges(list, before.Name, wish, element, now);
            }
            else if (element.Stamps.FirstOrDefault(stamp => stamp.Epoch == context.Epoch) is { } edit)
            {
                var removal = wanted.Find(element.Key)?.Existence ?? wish.Stamp;
                Record(before.Name, list.NameOf(element.Key), CanonicalForm.Exact, wish, (Value.None, removal), (Value.Element(element.Values!), edit));
            }
        }
    }

    private void RecordChanges(MappedList list, RecordName record, Wish wish, Element element, Element now)
    {
        for (var i = 0; i < element.Stamps.Length; i++)
        {
            var (replaced, form) = (element.Stamps[i], list.Element.Forms[i]);
            if (replaced.Epoch == context.Epoch && !replaced.IsSameEdit(now.Stamps[i]) && !form.Same(element.Values![i], now.Values![i]))
            {
                var path = $"{list.NameOf(element.Key)}.{list.Element.Shape.Properties[i].Path}";
                Record(record, path, form, wish, (now.Values[i], now.Stamps[i]), (element.Values[i], replaced));
            }
        }
    }

    private void Record(RecordName record, string path, CanonicalForm form, Wish wish, (Value Value, Stamp Stamp) won, (Value Value, Stamp Stamp) lost)
    {
        var sensitive = wish.Row.IsSensitive;
        var winner = new ConflictSide(record, path, won.Value, form, won.Stamp, sensitive);
        var loser = new ConflictSide(record, path, lost.Value, form, lost.Stamp, sensitive);
        var place = wish.Row.Row.Place;
        if (context.State.Conflicts.Record(new Conflict(wish.Flow.Name, $"{place.File}:{place.Line}", winner, loser, wish.Row.Policy.ToString().ToLowerInvariant()), context.Run))
        {
            context.Ledger.Count(wish.Flow, report => report with { Conflicts = report.Conflicts + 1 });
        }
    }
}

using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Engine.History;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Observing;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;
using SesamTalk.Engine.Writing;

namespace SesamTalk.Engine.Deleting;

/// <summary>Deletes and archives counterparts, and remembers what became of it: mirror, link and journal in one transaction.</summary>
internal sealed class CounterpartWriter(RunContext context, Observer observer, Departures departures, Sender sender, SettlingWatch watch)
{
    private readonly StateFile _state = context.State;
    private readonly KeyLookup _lookup = new(context);

    /// <summary>Carries orders out.</summary>
    /// <returns>Whether any of them was.</returns>
    public async Task<bool> WriteAsync(IReadOnlyList<Order> orders, CancellationToken cancellationToken)
    {
        var progress = false;
        foreach (var group in orders.GroupBy(order => (order.Link.Flow, order.Link.LeftEntity, order.Verdict)))
        {
            progress |= await WriteAsync(group.Key.Flow, group.Key.LeftEntity, [.. group], cancellationToken);
        }

        return progress;
    }

    /// <summary>Lets a link end: its tombstone stays (clause D4). The caller has a transaction open.</summary>
    public void End(BrokenLink link)
    {
        if (link.Link.State == LinkState.Held)
        {
            _state.Counts.CountEnded(link.Flow.Number, 1);
        }

        _state.Links.SetState(link.Flow, link.Link.Source, LinkState.Ended, context.Run);
        if (!link.Left.IsGone)
        {
            context.Ledger.Count(link.Flow, report => report with { Ended = report.Ended + 1 });
        }
    }

    private async Task<bool> WriteAsync(MappedFlow flow, MappedEntity entity, List<Order> orders, CancellationToken cancellationToken)
    {
        _state.Begin();
        var ended = orders.FindAll(order => order.Verdict == Verdict.Archive && !order.Changes.Any());
        ended.ForEach(order => End(order.Link));
        _state.Commit();
        var unchanged = await CheckFirstAsync(entity, [.. orders.Except(ended)], cancellationToken);
        Announce(entity, unchanged);
        var outcomes = await sender.SendAsync(entity, flow, unchanged.ConvertAll(order => order.Request()), cancellationToken);
        var settled = 0;
        _state.Begin();
        for (var i = 0; i < unchanged.Count; i++)
        {
            settled += await SettleAsync(entity, unchanged[i], outcomes[i], cancellationToken) ? 1 : 0;
        }

        _state.Commit();
        context.Tell(RunStage.Writing, entity.Name, settled);
        return settled + ended.Count > 0;
    }

    // T4: what has its effect though its answer never comes is no edit where it is found.
    private void Announce(MappedEntity entity, List<Order> orders)
    {
        _state.Begin();
        foreach (var order in orders.Where(order => order.Verdict == Verdict.Archive))
        {
            foreach (var archived in order.Changes)
            {
                _state.Sent.Put(entity, order.Link.Left.Name.Key, new SentArchive(order.Link.Flow, archived.Property, archived.Value, StampOf(order.Link, archived.Property)));
            }
        }

        _state.Commit();
    }

    // The values travel on from the counterpart as an edit does that was made where the record was deleted. To other deletes they are
    // none (D3), but where one goes over an edit that is just as new, it stands for it.
    private Stamp StampOf(BrokenLink link, int property) =>
        link.Left.Stamps[property].Epoch == context.Epoch ? link.DeleteStamp() with { Epoch = context.Epoch } : link.DeleteStamp();

    // W2: a system that cannot write conditionally but can be read cheaply is read first.
    private async Task<List<Order>> CheckFirstAsync(MappedEntity entity, List<Order> orders, CancellationToken cancellationToken)
    {
        var capabilities = context.CapabilitiesOf(entity);
        if (orders.Count == 0 || capabilities.WritesConditionally || !capabilities.LooksUpByKey)
        {
            return orders;
        }

        var there = await _lookup.FindAsync(entity, orders.ConvertAll(order => order.Link.Left.Name.Key), RunStage.Writing, cancellationToken);
        _state.Begin();
        var unchanged = orders.FindAll(order => there?.GetValueOrDefault(order.Link.Left.Name.Key) is not { } record || !observer.Meet(entity, order.Link.Left, record).Differs);
        _state.Commit();
        return unchanged;
    }

    private async Task<bool> SettleAsync(MappedEntity entity, Order order, WriteOutcome? outcome, CancellationToken cancellationToken)
    {
        if (outcome is not null && order.Verdict == Verdict.Archive)
        {
            _state.Sent.Remove(entity, order.Link.Left.Name.Key);
        }

        switch (outcome)
        {
            case Written when order.Verdict == Verdict.Delete:
                TakeDeleted(entity, order.Link);
                return true;
            case Written written:
                TakeArchived(entity, order, written.Stored);
                return true;
            case Changed changed:
                return await LookAgainAsync(entity, order, changed.Current, cancellationToken);
            case Rejected rejected:
                SetAside(entity, order.Link, rejected.Message);
                return false;
            default:
                return false;
        }
    }

    private void TakeDeleted(MappedEntity entity, BrokenLink link)
    {
        var stamp = link.DeleteStamp();
        var places = Enumerable.Range(0, link.Left.Values.Length).Where(place => !link.Left.Values[place].IsNone);
        Enter(entity, link, ChangeKind.Deleted, places.Select(place => Entry(entity, link, place, Value.None, stamp)));
        departures.Depart(entity, link.Left.Name.Key, link.Left.Id);
        End(link with { Left = link.Left with { GoneAt = context.Now } });
        context.Ledger.Count(link.Flow, report => link.Side == Side.Source
            ? report with { DeletedInTarget = report.DeletedInTarget + 1 }
            : report with { DeletedInSource = report.DeletedInSource + 1 });
    }

    private void TakeArchived(MappedEntity entity, Order order, Record? stored)
    {
        var link = order.Link;
        var (values, stamps) = ((Value[])link.Left.Values.Clone(), (Stamp[])link.Left.Stamps.Clone());
        foreach (var archived in order.Changes)
        {
            values[archived.Property] = stored?.Values[archived.Property] ?? archived.Value;
            stamps[archived.Property] = StampOf(link, archived.Property);
        }

        Enter(entity, link, ChangeKind.Archived, order.Changes.Select(archived => Entry(entity, link, archived.Property, values[archived.Property], stamps[archived.Property])));
        var mirror = link.Left with { Values = values, Stamps = stamps };
        mirror = stored is null ? mirror : observer.Meet(entity, mirror, stored).Mirror;
        _state.Mirror.Update(entity, mirror, stored is null ? UnseenWrite.Of(context.Clock.GetUtcNow().UtcTicks, order.Changes.Select(archived => archived.Property)) : null);
        context.Mark(mirror);
        End(link);
        context.Ledger.Count(link.Flow, report => link.Side == Side.Source
            ? report with { UpdatedInTarget = report.UpdatedInTarget + 1 }
            : report with { UpdatedInSource = report.UpdatedInSource + 1 });
    }

    // W2: something else is there, so it is looked at again. Where nothing is there, somebody has deleted it already.
    private async Task<bool> LookAgainAsync(MappedEntity entity, Order order, Record? current, CancellationToken cancellationToken)
    {
        var left = order.Link.Left;
        if (current is null && context.CapabilitiesOf(entity).LooksUpByKey)
        {
            var there = await _lookup.FindAsync(entity, [left.Name.Key], RunStage.Writing, cancellationToken);
            if (there is not null && !there.TryGetValue(left.Name.Key, out current))
            {
                departures.Depart(entity, left.Name.Key, left.Id);
                return true;
            }
        }

        if (current is null)
        {
            return false;
        }

        observer.Meet(entity, left, current);
        if (watch.MayTryAgain(left.Id))
        {
            return true;
        }

        SetAside(entity, order.Link, "the record changes whenever it is to be deleted or archived");
        return false;
    }

    private void SetAside(MappedEntity entity, BrokenLink link, string message)
    {
        var content = _state.Mirror.FingerprintOf(entity, link.Left.Values);
        _state.DeadLetters.Put(entity.Number, link.Left.Id, DeadLetterTable.Delete, content, link.Left.Name, link.Flow.Name, message, context.Run);
        context.Ledger.Add(new Finding(
            FindingKind.Rejected, link.Left.Name.ToString(), message, $"{link.Gone.Name}, its counterpart, was deleted. Change or delete the record; it is then tried again."));
        context.Ledger.Count(link.Flow, report => report with { Rejected = report.Rejected + 1 });
    }

    private void Enter(MappedEntity entity, BrokenLink link, ChangeKind kind, IEnumerable<PropertyJournal> changes) =>
        _state.Journal.Enter(context.Run, entity, link.Left.Name, kind, [.. changes], _state.Numbers);

    private static PropertyJournal Entry(MappedEntity entity, BrokenLink link, int place, Value after, Stamp stamp) =>
        new(entity.Slots[place], link.Left.Values[place], after, stamp, link.Flow.Number, link.Flow.Flow.Place.Line);
}

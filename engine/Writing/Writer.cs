using System.Diagnostics;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Writing;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Observing;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Writing;

/// <summary>Writes what the links want to the systems, one write a record and round (chapter 6).</summary>
internal sealed class Writer(RunContext context, Observer observer, Sender sender, SettlingWatch watch)
{
    private readonly StateFile _state = context.State;
    private readonly WriteLog _log = new(context);
    private readonly SecondLook _secondLook = new(context, observer, watch);

    /// <summary>Writes everything that is wanted, entity by entity.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        watch.BeginRound();
        RaiseAll();
        foreach (var entity in context.Set.Entities)
        {
            foreach (var page in _state.Wishes.Pages(entity, context.Set, context.BatchSize))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await WriteAsync(entity, page, cancellationToken);
            }
        }

        _state.Begin();
        _state.Wishes.Clear();
        _state.Commit();
    }

    // T4: a value that is raised above another stands above it before that other is gone. Who is killed in between would find the raised
    // stamp on the other's side alone, and take it for an edit made there.
    private void RaiseAll()
    {
        foreach (var entity in _state.Wishes.HasRaises ? context.Set.Entities : [])
        {
            foreach (var page in _state.Wishes.Pages(entity, context.Set, context.BatchSize, onlyRaises: true))
            {
                _state.Begin();
                page.ForEach(wished => Restamp(entity, PlannedWrite.Of(entity, _state.Mirror.Load(wished.Id), wished)));
                _state.Commit();
            }
        }
    }

    private async Task WriteAsync(MappedEntity entity, List<WishedRecord> page, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        _state.Begin();
        var writes = Plan(entity, page);
        _state.Commit();
        if (writes.Count > 0)
        {
            writes = await _secondLook.BeforeAsync(entity, writes, cancellationToken);
        }

        if (writes.Count > 0)
        {
            var outcomes = await sender.SendAsync(entity, writes[0].Heard[0].Flow, writes.ConvertAll(write => (WriteRequest)write.RequestFor(entity)), cancellationToken);
            _state.Begin();
            for (var i = 0; i < writes.Count; i++)
            {
                await SettleAsync(entity, writes[i], outcomes[i], cancellationToken);
            }

            _state.Commit();
            context.Spend(page[0].Wishes[0].Flow, since);
            context.Tell(RunStage.Writing, entity.Name, writes.Count);
        }
    }

    // What changes only stamps is done with at once; the rest goes to the system.
    private List<PlannedWrite> Plan(MappedEntity entity, List<WishedRecord> page)
    {
        var writes = new List<PlannedWrite>(page.Count);
        foreach (var wished in page)
        {
            var heard = wished with { Wishes = wished.Wishes.FindAll(wish => !context.Allowances.IsStopped(wish.Flow)) };
            var write = PlannedWrite.Of(entity, _state.Mirror.Load(wished.Id), heard);
            if (!write.Changes(entity).Any())
            {
                Restamp(entity, write);
            }
            else if (context.SystemOf(entity).IsDown)
            {
                _state.Pending.LeaveForNextRun(write.Mirror.Name, entity.Number, write.Mirror.Id);
            }
            else if (!_state.DeadLetters.Holds(entity.Number, write.Mirror.Id, DeadLetterTable.Update, write.ContentOf(entity)) && watch.Allows(entity, write))
            {
                AddWithin(entity, write, writes);
            }
        }

        return writes;
    }

    // G1: what other flows want of the record is decided anew, without the flow that was stopped.
    private void AddWithin(MappedEntity entity, PlannedWrite write, List<PlannedWrite> writes)
    {
        if (context.Allowances.TryTake(write.Changes(entity).First().Flow, WriteKind.Update))
        {
            writes.Add(write);
            foreach (var wish in write.Changes(entity))
            {
                _state.Sent.Put(entity, write.Mirror.Name.Key, wish);
            }
        }
        else
        {
            context.Mark(write.Mirror);
        }
    }

    private async Task SettleAsync(MappedEntity entity, PlannedWrite write, WriteOutcome? outcome, CancellationToken cancellationToken)
    {
        if (outcome is not null and not PartlyDone)
        {
            _state.Sent.Remove(entity, write.Mirror.Name.Key);
        }

        switch (outcome)
        {
            case Written written:
                Take(entity, write, written.Stored);
                break;
            case Changed changed:
                if (await _secondLook.AtChangedAsync(entity, write, changed.Current, cancellationToken) is { } reason)
                {
                    SetAside(entity, write, reason);
                }

                break;
            case Rejected rejected:
                SetAside(entity, write, rejected.Message);
                break;
            case PartlyDone:
                await _secondLook.AtPartlyDoneAsync(entity, write, cancellationToken);
                break;
            default:
                _state.Pending.LeaveForNextRun(write.Mirror.Name, entity.Number, write.Mirror.Id);
                break;
        }
    }

    private void Take(MappedEntity entity, PlannedWrite write, Record? stored)
    {
        var mirror = write.Fulfilled(entity, stored?.Values);
        _log.Enter(entity, write, mirror);
        watch.Note(entity, write);
        _state.DeadLetters.Remove(entity.Number, write.Mirror.Id, DeadLetterTable.Update);
        if (stored is not null)
        {
            // What else the answer shows may be an edit that nobody has seen yet.
            mirror = observer.Meet(entity, mirror, stored).Mirror;
        }

        _state.Mirror.Update(entity, mirror, stored is null ? UnseenAfter(entity, write) : null);
        context.Mark(mirror);
    }

    // O6: what an earlier write put there and no read has shown yet is still unseen. R7: what is taken back is remembered until then.
    private UnseenWrite UnseenAfter(MappedEntity entity, PlannedWrite write)
    {
        var unseen = _state.Mirror.UnseenIn(entity, write.Mirror.Name.Key).ToDictionary(property => property.Place);
        foreach (var place in write.Changes(entity).Select(wish => wish.Property))
        {
            var takenBack = write.Mirror.Stamps[place].IsDrift ? UnseenProperty.NumberOf(write.Mirror.Values[place]) : unseen.GetValueOrDefault(place).TakenBack;
            unseen[place] = new UnseenProperty(place, takenBack);
        }

        return new UnseenWrite(context.Clock.GetUtcNow().UtcTicks, [.. unseen.Values]);
    }

    private void SetAside(MappedEntity entity, PlannedWrite write, string message)
    {
        var flow = write.Heard[0].Flow;
        var name = write.Mirror.Name;
        message = entity.Masked(entity.Masked(message, write.Mirror.Values), write.Fulfilled(entity, null).Values);
        _state.DeadLetters.Put(entity.Number, write.Mirror.Id, DeadLetterTable.Update, write.ContentOf(entity), name, flow.Name, message, context.Run);
        context.Ledger.Add(new Finding(FindingKind.Rejected, name.ToString(), message, "Change the record on either side; it is then tried again."));
        context.Ledger.Count(flow, report => report with { Rejected = report.Rejected + 1 });
    }

    private void Restamp(MappedEntity entity, PlannedWrite write)
    {
        var mirror = write.Fulfilled(entity, null);
        _state.Mirror.Restamp(entity, mirror);
        context.Mark(mirror);
    }
}

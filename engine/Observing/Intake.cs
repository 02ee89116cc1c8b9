using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Deleting;
using SesamTalk.Engine.History;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;
using SesamTalk.Engine.Writing;

namespace SesamTalk.Engine.Observing;

/// <summary>Takes what systems show into the mirror, and marks what is to be looked at (clauses O2 to O6).</summary>
internal sealed class Intake(RunContext context, Departures departures, KnownRecords knownRecords)
{
    private readonly StateFile _state = context.State;
    private readonly WriteLog _log = new(context);

    /// <summary>Takes in a batch of a read. The caller has a transaction open.</summary>
    /// <returns>How many records are new, edited or gone.</returns>
    public int TakeIn(MappedEntity entity, RecordBatch batch, ReadTime time, SeenRecords? seen)
    {
        var known = knownRecords.Of(entity, [.. batch.Records.Select(record => record.Key)]);
        var changed = 0;
        foreach (var record in batch.Records)
        {
            KnownRecord? found = known.TryGetValue(record.Key, out var it) ? it : null;
            seen?.See(found);
            changed += TakeIn(entity, record, found, time) ? 1 : 0;
        }

        foreach (var fault in batch.Faults)
        {
            SetAside(entity, fault, seen);
        }

        return changed + TakeOut(entity, batch.Deleted);
    }

    /// <summary>Takes in a record that was met outside a read: the answer to a write, or a look-up. The caller has a transaction open.</summary>
    /// <returns>The record as it is now known, and whether anything in it is other than was believed.</returns>
    public (MirrorRecord Mirror, bool Differs) Meet(MappedEntity entity, MirrorRecord mirror, Record record)
    {
        var time = new ReadTime(PreviousRead(entity), context.Clock.GetUtcNow().UtcTicks, context.Epoch);
        var differs = Enumerable.Range(0, record.Values.Length).Any(place => !entity.Forms[place].Same(mirror.Values[place], record.Values[place]));
        var rewritten = differs && _state.Mirror.Find(entity, record.Key) is { } known ? RewrittenIn(entity, known, record) : [];
        var updated = Comparison.Update(entity, mirror, record, time, rewritten, EnforcedOf(entity, mirror.Id), out var edited);
        _state.Mirror.Update(entity, updated);
        if (differs || edited)
        {
            context.Mark(updated);
        }

        return (updated, differs || edited);
    }

    /// <summary>Takes in a record to which changes were sent without it being known which of them were made. The caller has a transaction open.</summary>
    public void TakeIn(MappedEntity entity, Record record) =>
        TakeIn(entity, record, _state.Mirror.Find(entity, record.Key), new ReadTime(PreviousRead(entity), context.Clock.GetUtcNow().UtcTicks, context.Epoch));

    /// <summary>When an entity was read before, in ticks; the lowest number if never.</summary>
    public long PreviousRead(MappedEntity entity) => _state.Cursors.Find(entity)?.ReadAt ?? long.MinValue;

    private int TakeOut(MappedEntity entity, IReadOnlyList<string> deleted)
    {
        var gone = 0;
        foreach (var key in deleted)
        {
            if (_state.Mirror.Find(entity, key) is { IsGone: false } known)
            {
                departures.Depart(entity, key, known.Id);
                gone++;
            }
        }

        return gone;
    }

    private bool TakeIn(MappedEntity entity, Record record, KnownRecord? listed, ReadTime time)
    {
        if (_state.DeadLetters.HasAny())
        {
            _state.DeadLetters.Remove(entity.Number, LetterOf(record.Key), DeadLetterTable.Read);
        }

        if (listed is not { } found)
        {
            context.Mark(_state.Mirror.Add(entity, record.Key, record.Values, Comparison.AtFirstSight(entity, record, time)));
            return true;
        }

        if (found.IsGone)
        {
            departures.Return(entity, record.Key, found.Id);
        }

        if (_state.Mirror.FingerprintOf(entity, record.Values) == found.Fingerprint)
        {
            if (found.Written is not null)
            {
                _state.Mirror.Shown(entity, record.Key);
            }

            return found.IsGone;
        }

        var rewritten = RewrittenIn(entity, found, record);
        var known = Recognised(entity, _state.Mirror.Load(found.Id), record);
        var mirror = Comparison.Update(entity, known.Mirror, record, time, rewritten, EnforcedOf(entity, found.Id), out var edited);
        _state.Mirror.Update(entity, mirror);
        if (edited || known.IsOurs)
        {
            context.Mark(mirror);
        }

        return edited;
    }

    private IReadOnlyCollection<int> EnforcedOf(MappedEntity entity, long id) => entity.Enforced.IsEmpty
        ? []
        : [.. entity.Enforced.Where(enforced => _state.Links.Has(enforced.Flow, enforced.Side, id)).Select(enforced => enforced.Property)];

    // O2, T4: a change whose answer never came is no edit where it is found: it is what the answer would have told.
    private (MirrorRecord Mirror, bool IsOurs) Recognised(MappedEntity entity, MirrorRecord mirror, Record record)
    {
        if (!_state.Sent.HasAny())
        {
            return (mirror, false);
        }

        var sent = _state.Sent.Of(entity, record.Key, context.Set);
        var archive = _state.Sent.ArchiveOf(entity, record.Key, context.Set).FindAll(it => entity.Forms[it.Property].Same(it.Value, record.Values[it.Property]));
        _state.Sent.Remove(entity, record.Key);
        if (archive.Count > 0)
        {
            return (Archived(entity, mirror, archive), true);
        }

        var write = new PlannedWrite(mirror, sent.FindAll(wish => entity.Forms[wish.Property].Same(wish.Value, record.Values[wish.Property])));
        if (!write.Changes(entity).Any())
        {
            return (mirror, false);
        }

        var fulfilled = write.Fulfilled(entity, record.Values);
        _log.Enter(entity, write, fulfilled);
        return (fulfilled, true);
    }

    // D1: nothing else is sent to a record that is archived.
    private MirrorRecord Archived(MappedEntity entity, MirrorRecord mirror, List<SentArchive> archive)
    {
        var (values, stamps) = ((Value[])mirror.Values.Clone(), (Stamp[])mirror.Stamps.Clone());
        var entries = archive.ConvertAll(it => new PropertyJournal(entity.Slots[it.Property], values[it.Property], it.Value, it.Stamp, it.Flow.Number, it.Flow.Flow.Place.Line));
        archive.ForEach(it => (values[it.Property], stamps[it.Property]) = (it.Value, it.Stamp));
        _state.Journal.Enter(context.Run, entity, mirror.Name, ChangeKind.Archived, entries, _state.Numbers);
        return mirror with { Values = values, Stamps = stamps };
    }

    // What cannot be read is not gone (clause O5).
    private void SetAside(MappedEntity entity, RecordFault fault, SeenRecords? seen)
    {
        if (fault.Key is { } key)
        {
            seen?.See(_state.Mirror.Find(entity, key));
        }
        else
        {
            seen?.SeeNameless();
        }

        var subject = entity.NameOf(fault.Key ?? "(no key)");
        var message = FaultText.Of(entity, fault);
        var content = Fingerprint.Start.Add(message).Value;
        _state.DeadLetters.Put(entity.Number, LetterOf(subject.Key), DeadLetterTable.Read, content, subject, string.Empty, message, context.Run);
        context.Ledger.Add(new Finding(FindingKind.Unreadable, subject.ToString(), message, "Mend it in the system; the other records went on."));
    }

    private static long LetterOf(string key) => Fingerprint.Start.Add(key).Value;

    // O6: the first look at a record since it was written, whoever made the engine look. Where no time tells, what was just taken back
    // as drift and is there again is what the system makes of our value (R7): else it would be written in every run.
    private int[] RewrittenIn(MappedEntity entity, KnownRecord known, Record record)
    {
        if (known.Written is not { } written)
        {
            return [];
        }

        var isOurs = record.Modified is { } modified && modified.Ticks <= written;
        var unseen = _state.Mirror.UnseenIn(entity, record.Key);
        return [.. unseen.Where(property => isOurs || property.IsBack(record.Values[property.Place])).Select(property => property.Place)];
    }
}

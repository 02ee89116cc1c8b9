using System.Threading.Channels;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Deleting;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;
using SesamTalk.Engine.Writing;

namespace SesamTalk.Engine.Observing;

/// <summary>Reads the systems and compares what they hold with the mirror (chapter 2).</summary>
internal sealed class Observer(RunContext context, Departures departures)
{
    private const int BatchesAhead = 2;

    // A commit costs as much as a batch: some batches share one.
    private const int BatchesACommit = 8;

    private readonly StateFile _state = context.State;
    private readonly KnownRecords _known = new(context.State.Mirror);
    private readonly Absences _absences = new(context, departures);
    private readonly WriteLog _log = new(context);

    /// <summary>Reads every entity of the set.</summary>
    public async Task ObserveAsync(CancellationToken cancellationToken)
    {
        var positions = new List<(MappedEntity Entity, string? Cursor)>();
        foreach (var entity in context.Set.Entities)
        {
            if (await ObserveAsync(entity, cancellationToken) is { } end)
            {
                positions.Add((entity, end.Cursor));
            }
        }

        _state.Begin();
        foreach (var (entity, cursor) in positions)
        {
            _state.Cursors.Save(entity, new ReadPosition(cursor, entity.ShapeFingerprint(), context.Now));
            _state.Sent.Remove(entity);
        }

        _state.Commit();
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

    private async Task<ReadEnd?> ObserveAsync(MappedEntity entity, CancellationToken cancellationToken)
    {
        var system = context.SystemOf(entity);
        ReadEnd? end = null;
        var errand = new Errand(RunStage.Observing, entity.Name, context.FirstFlowOf(entity));
        var came = await system.CallAsync(errand, async () => end = await ReadAsync(entity, cancellationToken), cancellationToken);
        if (end is not null)
        {
            context.Ledger.Add(end.Report);
        }

        if (came && end!.Seen is { } seen)
        {
            await _absences.LookAsync(entity, seen, cancellationToken);
        }

        return came ? end : null;
    }

    private async Task<ReadEnd> ReadAsync(MappedEntity entity, CancellationToken cancellationToken)
    {
        var position = _state.Cursors.Find(entity);
        var request = new ReadRequest(entity.Description, entity.Shape, context.BatchSize);
        var system = context.SystemOf(entity).Connection;
        if (position is { Cursor: { } cursor } && position.Shape == entity.ShapeFingerprint() && system is IChangeReader changes
            && context.CapabilitiesOf(entity) is { ReadsSince: true } capabilities && (capabilities.ReadsKeys || !_absences.AreSought(entity)))
        {
            try
            {
                var end = await TakeInAsync(entity, position, changes.ReadSinceAsync(request, cursor, cancellationToken), null, cancellationToken);
                return _absences.AreSought(entity) ? end with { Seen = await SeeKeysAsync(entity, request, cancellationToken) } : end;
            }
            catch (CursorVoidException)
            {
                // The complete read below takes its place.
            }
        }

        return await TakeInAsync(entity, position, ((ICompleteReader)system).ReadCompleteAsync(request, cancellationToken), NothingSeen(entity), cancellationToken);
    }

    private SeenRecords NothingSeen(MappedEntity entity) => new(_state.Mirror.Last, _state.Numbers.PresentOf(entity));

    // A read of changes does not show what is gone, nor what came back with an old modification time.
    private async Task<SeenRecords> SeeKeysAsync(MappedEntity entity, ReadRequest request, CancellationToken cancellationToken)
    {
        var seen = NothingSeen(entity);
        var system = context.SystemOf(entity).Connection;
        await foreach (var keys in ((IKeyReader)system).ReadKeysAsync(request, cancellationToken))
        {
            var known = _known.Of(entity, keys);
            string[] returned = [.. keys.Where(key => known.TryGetValue(key, out var record) && record.IsGone)];
            foreach (var key in keys)
            {
                seen.See(known.TryGetValue(key, out var record) ? record : null);
            }

            if (returned.Length > 0 && context.CapabilitiesOf(entity).LooksUpByKey)
            {
                var batch = await ((IKeyLookup)system).LookUpAsync(request, returned, cancellationToken);
                _state.Begin();
                TakeIn(entity, batch, new ReadTime(PreviousRead(entity), context.Now, context.Epoch), null);
                _state.Commit();
            }
        }

        return seen;
    }

    private async Task<ReadEnd> TakeInAsync(
        MappedEntity entity, ReadPosition? position, IAsyncEnumerable<RecordBatch> batches, SeenRecords? seen, CancellationToken cancellationToken)
    {
        var time = new ReadTime(position?.ReadAt ?? long.MinValue, context.Now, context.Epoch);
        var complete = seen is not null;
        var cursor = complete ? null : position?.Cursor;
        var report = new EntityReport(entity.System.Name, entity.Description.Name, complete, 0, 0, 0);
        var uncommitted = 0;
        await foreach (var batch in Ahead(batches, cancellationToken))
        {
            _state.Begin();
            var changed = TakeIn(entity, batch, time, seen);
            cursor = batch.Cursor ?? cursor;
            if (batch.Cursor is not null && position is not null && batch.Cursor != position.Cursor)
            {
                _state.Cursors.Save(entity, new ReadPosition(cursor, entity.ShapeFingerprint(), position.ReadAt));
            }

            if (++uncommitted == BatchesACommit)
            {
                _state.Commit();
                uncommitted = 0;
            }

            report = report with { Read = report.Read + batch.Records.Count, Changed = report.Changed + changed, Unreadable = report.Unreadable + batch.Faults.Count };
            context.Tell(RunStage.Observing, entity.Name, report.Read);
        }

        _state.Commit();
        return new ReadEnd(cursor, report, seen);
    }

    private int TakeIn(MappedEntity entity, RecordBatch batch, ReadTime time, SeenRecords? seen)
    {
        var known = _known.Of(entity, [.. batch.Records.Select(record => record.Key)]);
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
        _state.Sent.Remove(entity, record.Key);
        var write = new PlannedWrite(mirror, sent.FindAll(wish => entity.Forms[wish.Property].Same(wish.Value, record.Values[wish.Property])));
        if (!write.Changes(entity).Any())
        {
            return (mirror, false);
        }

        var fulfilled = write.Fulfilled(entity, record.Values);
        _log.Enter(entity, write, fulfilled);
        return (fulfilled, true);
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

    private long PreviousRead(MappedEntity entity) => _state.Cursors.Find(entity)?.ReadAt ?? long.MinValue;

    // The next batch is read while this one is compared.
    private static async IAsyncEnumerable<RecordBatch> Ahead(
        IAsyncEnumerable<RecordBatch> batches, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<RecordBatch>(BatchesAhead);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => PumpAsync(batches, channel.Writer, ended.Token), ended.Token);
        try
        {
            await foreach (var batch in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return batch;
            }

            await reading;
        }
        finally
        {
            await ended.CancelAsync();
        }
    }

    private static async Task PumpAsync(IAsyncEnumerable<RecordBatch> batches, ChannelWriter<RecordBatch> writer, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await foreach (var batch in batches.WithCancellation(cancellationToken))
            {
                await writer.WriteAsync(batch, cancellationToken);
            }
        }
        catch (SystemFailureException systemFailure)
        {
            failure = systemFailure;
        }
        finally
        {
            writer.Complete(failure);
        }
    }

    private sealed record ReadEnd(string? Cursor, EntityReport Report, SeenRecords? Seen);
}

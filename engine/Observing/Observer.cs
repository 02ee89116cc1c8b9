using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Deleting;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Observing;

/// <summary>Reads the systems and compares what they hold with the mirror (chapter 2).</summary>
internal sealed class Observer(RunContext context, Departures departures)
{
    // A commit costs as much as a batch: some batches share one.
    private const int BatchesACommit = 8;

    private readonly StateFile _state = context.State;
    private readonly KnownRecords _known = new(context.State.Mirror);
    private readonly Absences _absences = new(context, departures);
    private readonly Intake _intake = new(context, departures, new KnownRecords(context.State.Mirror));

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
    public (MirrorRecord Mirror, bool Differs) Meet(MappedEntity entity, MirrorRecord mirror, Record record) => _intake.Meet(entity, mirror, record);

    /// <summary>Takes in a record to which changes were sent without it being known which of them were made. The caller has a transaction open.</summary>
    public void TakeIn(MappedEntity entity, Record record) => _intake.TakeIn(entity, record);

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

    private SeenRecords NothingSeen(MappedEntity entity) => new(_state.Mirror.Last, _state.Counts.PresentOf(entity));

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
                _intake.TakeIn(entity, batch, new ReadTime(_intake.PreviousRead(entity), context.Now, context.Epoch), null);
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
        await foreach (var batch in ReadAhead.Of(batches, cancellationToken))
        {
            _state.Begin();
            var changed = _intake.TakeIn(entity, batch, time, seen);
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

    private sealed record ReadEnd(string? Cursor, EntityReport Report, SeenRecords? Seen);
}

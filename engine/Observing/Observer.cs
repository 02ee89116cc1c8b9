using System.Threading.Channels;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Observing;

/// <summary>Reads the systems and compares what they hold with the mirror (chapter 2).</summary>
internal sealed class Observer(RunContext context)
{
    private const int BatchesAhead = 2;

    // A commit costs as much as a batch: some batches share one.
    private const int BatchesACommit = 8;

    private readonly StateFile _state = context.State;
    private readonly KnownRecords _known = new(context.State.Mirror);

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
        }

        _state.Commit();
    }

    /// <summary>Takes in a record that was met outside a read: the answer to a write, or a look-up. The caller has a transaction open.</summary>
    /// <returns>The record as it is now known, and whether it was edited by somebody.</returns>
    public (MirrorRecord Mirror, bool Edited) Meet(MappedEntity entity, MirrorRecord mirror, Record record)
    {
        var time = new ReadTime(PreviousRead(entity), context.Clock.GetUtcNow().UtcTicks, context.Epoch);
        var updated = Comparison.Update(entity, mirror, record, time, rewritten: false, EnforcedOf(entity, mirror.Id), out var edited);
        _state.Mirror.Update(entity, updated);
        if (edited)
        {
            context.Mark(updated);
        }

        return (updated, edited);
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

        return came ? end : null;
    }

    private async Task<ReadEnd> ReadAsync(MappedEntity entity, CancellationToken cancellationToken)
    {
        var position = _state.Cursors.Find(entity);
        var request = new ReadRequest(entity.Description, entity.Shape, context.BatchSize);
        var system = context.SystemOf(entity).Connection;
        if (position is { Cursor: { } cursor } && position.Shape == entity.ShapeFingerprint() && system is IChangeReader changes
            && context.CapabilitiesOf(entity).ReadsSince)
        {
            try
            {
                return await TakeInAsync(entity, position, changes.ReadSinceAsync(request, cursor, cancellationToken), false, cancellationToken);
            }
            catch (CursorVoidException)
            {
                // The complete read below takes its place.
            }
        }

        return await TakeInAsync(entity, position, ((ICompleteReader)system).ReadCompleteAsync(request, cancellationToken), true, cancellationToken);
    }

    private async Task<ReadEnd> TakeInAsync(
        MappedEntity entity, ReadPosition? position, IAsyncEnumerable<RecordBatch> batches, bool complete, CancellationToken cancellationToken)
    {
        var time = new ReadTime(position?.ReadAt ?? long.MinValue, context.Now, context.Epoch);
        var cursor = complete ? null : position?.Cursor;
        var report = new EntityReport(entity.System.Name, entity.Description.Name, complete, 0, 0, 0);
        var uncommitted = 0;
        await foreach (var batch in Ahead(batches, cancellationToken))
        {
            _state.Begin();
            var changed = TakeIn(entity, batch, time);
            cursor = batch.Cursor ?? cursor;
            if (batch.Cursor is not null && position is not null)
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
        return new ReadEnd(cursor, report);
    }

    private int TakeIn(MappedEntity entity, RecordBatch batch, ReadTime time)
    {
        var known = _known.Of(entity, batch.Records);
        var changed = 0;
        foreach (var record in batch.Records)
        {
            changed += TakeIn(entity, record, known.TryGetValue(record.Key, out var found) ? found : null, time) ? 1 : 0;
        }

        foreach (var fault in batch.Faults)
        {
            SetAside(entity, fault);
        }

        return changed;
    }

    private bool TakeIn(MappedEntity entity, Record record, KnownRecord? known, ReadTime time)
    {
        if (_state.DeadLetters.HasAny())
        {
            _state.DeadLetters.Remove(entity.Number, LetterOf(record.Key), DeadLetterTable.Read);
        }

        if (known is not { } found)
        {
            context.Mark(_state.Mirror.Add(entity, record.Key, record.Values, Comparison.AtFirstSight(entity, record, time)));
            return true;
        }

        if (_state.Mirror.FingerprintOf(entity, record.Values) == found.Fingerprint)
        {
            if (found.Written is not null)
            {
                _state.Mirror.Shown(entity, record.Key);
            }

            return false;
        }

        var rewritten = found.Written is { } written && record.Modified is { } modified && modified.Ticks <= written;
        var mirror = Comparison.Update(entity, _state.Mirror.Load(found.Id), record, time, rewritten, EnforcedOf(entity, found.Id), out var edited);
        _state.Mirror.Update(entity, mirror);
        if (edited)
        {
            context.Mark(mirror);
        }

        return edited;
    }

    private IReadOnlyCollection<int> EnforcedOf(MappedEntity entity, long id) => entity.Enforced.IsEmpty
        ? []
        : [.. entity.Enforced.Where(enforced => _state.Links.Has(enforced.Flow, enforced.Side, id)).Select(enforced => enforced.Property)];

    private void SetAside(MappedEntity entity, RecordFault fault)
    {
        var subject = entity.NameOf(fault.Key ?? "(no key)");
        _state.DeadLetters.Put(entity.Number, LetterOf(subject.Key), DeadLetterTable.Read, 0, subject, string.Empty, fault.Message, context.Run);
        context.Ledger.Add(new Finding(FindingKind.Unreadable, subject.ToString(), fault.Message, "Mend it in the system; the other records went on."));
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

    private sealed record ReadEnd(string? Cursor, EntityReport Report);
}

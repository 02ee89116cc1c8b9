using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Connectors.Memory.Reading;
using SesamTalk.Connectors.Memory.Storage;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Memory.Writing;

/// <summary>Writes one batch.</summary>
internal sealed class BatchWriter(MemoryEntity entity, WriteBatch batch)
{
    private readonly Projection _projection = new(entity, batch.Shape);
    private readonly MemorySystem _system = entity.System;

    public IReadOnlyList<WriteOutcome> Write()
    {
        CheckContract();
        var lost = _system.Faults.NextLostAnswer();
        ThrowIfLost(lost, LostAnswer.BeforeEffect);
        lock (_system.Gate)
        {
            _system.Faults.CheckBatch([.. batch.Requests.Select(Propose)]);
            if (_system.Faults.NextBusyWithin() is { } wait)
                throw BusyAfterFirstChanges(wait);
            var written = lost == LostAnswer.HalfWay ? batch.Requests.Take((batch.Requests.Count + 1) / 2) : batch.Requests;
            var outcomes = written.Select(WriteOne).ToList();
            ThrowIfLost(lost, LostAnswer.HalfWay);
            ThrowIfLost(lost, LostAnswer.AfterEffect);
            return outcomes;
        }
    }

    private void CheckContract()
    {
        if (batch.Requests.Count > entity.Capabilities.WriteBatchSize)
            throw new ArgumentException($"{batch.Requests.Count} records in one write: more than the capabilities allow.", nameof(batch));
        var keys = batch.Requests.Select(KeyOf).OfType<string>().ToList();
        if (keys.Distinct(StringComparer.Ordinal).Count() != keys.Count)
            throw new ArgumentException("A record is in the batch twice.", nameof(batch));
        if (!entity.Capabilities.TakesKeys && batch.Requests.Any(r => r is CreateRequest { Key: not null }))
            throw new ArgumentException("The entity gives its keys itself.", nameof(batch));
    }

    private SystemBusyException BusyAfterFirstChanges(TimeSpan wait)
    {
        var done = batch.Requests.OfType<UpdateRequest>().Select(request => WriteOne(request with { Changes = [request.Changes[0]] })).ToList();
        return new SystemBusyException("429: too many requests", wait) { IsPartlyDone = done.Count > 0 };
    }

    private WriteOutcome WriteOne(WriteRequest request) => request switch
    {
        CreateRequest create => Create(create),
        UpdateRequest update => Update(update),
        DeleteRequest delete => Delete(delete),
        _ => throw new NotSupportedException(request.GetType().Name),
    };

    private WriteOutcome Create(CreateRequest request)
    {
        if (entity.Capabilities.KnowsIdempotencyKeys && entity.KeysByIdempotencyKey.TryGetValue(request.IdempotencyKey, out var known))
            return Answer(entity.Table.Get(known));
        if (Acceptance.OfCreate(entity, Propose(request), request.Values.Select(v => batch.Shape.Properties[v.Property])) is { } reason)
            return new Rejected(reason);
        var record = entity.Table.Add(request.Key, After(request), _system.Now);
        entity.KeysByIdempotencyKey[request.IdempotencyKey] = record.Key;
        _system.Calls = _system.Calls with { Created = _system.Calls.Created + 1 };
        return Answer(record);
    }

    private WriteOutcome Update(UpdateRequest request)
    {
        var record = entity.Table.Find(request.Key);
        if (record is null || IsOther(record, request.Changes.Select(c => (c.Property, c.Expected))))
            return IsChanged(record);
        if (Acceptance.OfUpdate(entity, Propose(request), request.Changes.Select(c => batch.Shape.Properties[c.Property])) is { } reason)
            return new Rejected(reason);
        _system.Calls = _system.Calls with { Updated = _system.Calls.Updated + 1 };
        return Answer(entity.Table.Replace(record, After(request), _system.Now));
    }

    private WriteOutcome Delete(DeleteRequest request)
    {
        var record = entity.Table.Find(request.Key);
        if (record is null || IsOther(record, request.Expected.Select(e => (e.Property, e.Value))))
            return IsChanged(record);
        if (Acceptance.OfDelete(entity, Propose(request)) is { } reason)
            return new Rejected(reason);
        entity.Table.Remove(record.Key);
        _system.Calls = _system.Calls with { Deleted = _system.Calls.Deleted + 1 };
        return new Written(record.Key, null);
    }

    private Proposal Propose(WriteRequest request)
    {
        var values = After(request);
        return new Proposal(entity.Description.Name, KeyOf(request), request is CreateRequest, path => values[entity.Layout.PlaceOf(path)]);
    }

    private Value[] After(WriteRequest request)
    {
        var values = KeyOf(request) is { } key && request is not CreateRequest && entity.Table.Find(key) is { } record
            ? (Value[])record.Values.Clone()
            : new Value[entity.Layout.Count];
        foreach (var (property, value) in Given(request))
        {
            var place = _projection.PlaceOf(property);
            values[place] = entity.Rewritten(batch.Shape.Properties[property].Path, _projection.Take(property, value, values[place]));
        }

        return values;
    }

    private static IEnumerable<(int Property, Value Value)> Given(WriteRequest request) => request switch
    {
        CreateRequest create => create.Values.Select(v => (v.Property, v.Value)),
        UpdateRequest update => update.Changes.Select(c => (c.Property, c.Value)),
        _ => [],
    };

    private static string? KeyOf(WriteRequest request) => request switch
    {
        CreateRequest create => create.Key,
        UpdateRequest update => update.Key,
        DeleteRequest delete => delete.Key,
        _ => null,
    };

    private bool IsOther(StoredRecord record, IEnumerable<(int Property, Value Value)> expected) =>
        entity.Capabilities.WritesConditionally && expected.Any(e => _projection.Show(e.Property, record.Values[_projection.PlaceOf(e.Property)]) != e.Value);

    private Changed IsChanged(StoredRecord? record) =>
        new(record is not null && entity.Capabilities.AnswersWithStoredState ? _projection.Show(record) : null);

    private Written Answer(StoredRecord record) =>
        new(record.Key, entity.Capabilities.AnswersWithStoredState ? _projection.Show(record) : null);

    private static void ThrowIfLost(LostAnswer? lost, LostAnswer now)
    {
        if (lost == now)
            throw new AnswerLostException("the connection broke off before the answer came");
    }
}

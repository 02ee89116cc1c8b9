using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>A system whose keys are shown under names; all else is as it is.</summary>
internal sealed class NamedSystem(RestSystem inner, NamedKeys keys) : IConnectedSystem, ICompleteReader, IChangeReader, IKeyReader, IKeyLookup, IValueLookup, IWriter
{
    public Capabilities CapabilitiesOf(EntityDescription entity) => inner.CapabilitiesOf(entity);

    public IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, CancellationToken cancellationToken) =>
        NamedAsync(request, inner.ReadCompleteAsync(request, cancellationToken));

    public IAsyncEnumerable<RecordBatch> ReadSinceAsync(ReadRequest request, string cursor, CancellationToken cancellationToken) =>
        NamedAsync(request, inner.ReadSinceAsync(request, cursor, cancellationToken));

    public async IAsyncEnumerable<IReadOnlyList<string>> ReadKeysAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var part in inner.ReadKeysAsync(request, cancellationToken))
        {
            yield return [.. part.Select(keys.NameOf)];
        }
    }

    public async Task<RecordBatch> LookUpAsync(ReadRequest request, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        Named(request, await inner.LookUpAsync(request, [.. names.Select(keys.KeyOf)], cancellationToken));

    public async Task<RecordBatch> FindAsync(ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values, CancellationToken cancellationToken) =>
        Named(request, await inner.FindAsync(request, properties, values, cancellationToken));

    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var outcomes = await inner.WriteAsync(batch with { Requests = [.. batch.Requests.Select(Keyed)] }, cancellationToken);
        return [.. outcomes.Zip(batch.Requests, Named)];
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private WriteRequest Keyed(WriteRequest request) => request switch
    {
        CreateRequest create => create with { Key = null },
        UpdateRequest update => update with { Key = keys.KeyOf(update.Key) },
        DeleteRequest delete => delete with { Key = keys.KeyOf(delete.Key) },
        _ => request,
    };

    private WriteOutcome Named(WriteOutcome outcome, WriteRequest request)
    {
        if (outcome is not Written written)
        {
            return outcome;
        }

        if (request is CreateRequest { Key: { } name })
        {
            keys.Name(name, written.Key);
        }

        return written with { Key = keys.NameOf(written.Key) };
    }

    private async IAsyncEnumerable<RecordBatch> NamedAsync(ReadRequest request, IAsyncEnumerable<RecordBatch> batches)
    {
        await foreach (var batch in batches)
        {
            yield return Named(request, batch);
        }
    }

    private RecordBatch Named(ReadRequest request, RecordBatch batch) => batch with
    {
        Records = [.. batch.Records.Select(record => Named(request.Shape.IndexOf(request.Entity.Key.Property), record))],
        Deleted = [.. batch.Deleted.Select(keys.NameOf)],
    };

    private Record Named(int key, Record record)
    {
        var name = keys.NameOf(record.Key);
        Value[] values = [.. record.Values.Select((value, place) => place == key ? Value.Text(name) : value)];
        return new Record(name, values, record.Modified);
    }
}

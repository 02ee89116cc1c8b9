using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Connectors.Memory.Reading;
using SesamTalk.Connectors.Memory.Writing;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Memory;

/// <summary>A connection to a system in memory: counts each call, lets faults have their say, and holds callers to the contract.</summary>
internal sealed class ConnectedMemorySystem(MemorySystem system)
    : IConnectedSystem, ICompleteReader, IChangeReader, IKeyReader, IKeyLookup, IValueLookup, IWriter
{
    private int _writers;

    public Capabilities CapabilitiesOf(EntityDescription entity) => system[entity.Name].Capabilities;

    public IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, CancellationToken cancellationToken) => Stream(
        () =>
        {
            var entity = Enter(request.Entity, CallKind.CompleteRead);
            return BatchReader.Complete(entity, request);
        },
        cancellationToken);

    public IAsyncEnumerable<RecordBatch> ReadSinceAsync(ReadRequest request, string cursor, CancellationToken cancellationToken) => Stream(
        () =>
        {
            var entity = Enter(request.Entity, CallKind.ReadSince);
            return BatchReader.Since(entity, request, cursor);
        },
        cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<string>> ReadKeysAsync(ReadRequest request, CancellationToken cancellationToken) => Stream(
        () =>
        {
            var entity = Enter(request.Entity, CallKind.KeyRead);
            return BatchReader.Keys(entity, request);
        },
        cancellationToken);

    public Task<RecordBatch> LookUpAsync(ReadRequest request, IReadOnlyList<string> keys, CancellationToken cancellationToken) => Answer(
        () =>
        {
            var entity = Enter(request.Entity, CallKind.KeyLookup);
            return Finder.ByKeys(entity, request, keys);
        },
        cancellationToken);

    public Task<RecordBatch> FindAsync(
        ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values, CancellationToken cancellationToken) => Answer(
        () =>
        {
            var entity = Enter(request.Entity, CallKind.ValueLookup);
            return Finder.ByValues(entity, request, properties, values);
        },
        cancellationToken);

    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken) => Answer(
        () =>
        {
            var entity = Enter(batch.Entity, CallKind.Write);
            return WriteAlone(entity, batch);
        },
        cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private IReadOnlyList<WriteOutcome> WriteAlone(MemoryEntity entity, WriteBatch batch)
    {
        if (Interlocked.Increment(ref _writers) != 1)
            throw new InvalidOperationException($"{system.Name} is written to by two callers at once.");
        try
        {
            return new BatchWriter(entity, batch).Write();
        }
        finally
        {
            Interlocked.Decrement(ref _writers);
        }
    }

    private MemoryEntity Enter(EntityDescription description, CallKind kind)
    {
        var entity = system[description.Name];
        if (!Can(entity.Capabilities, kind))
            throw new NotSupportedException($"{system.Name}/{description.Name} was asked for a {kind}, which its capabilities deny.");
        lock (system.Gate)
            system.Calls = system.Calls.With(kind);
        system.World.Interruption.BeforeEffect();
        system.Faults.OnCall();
        system.Faults.Interfere(kind);
        return entity;
    }

    private static bool Can(Capabilities capabilities, CallKind kind) => kind switch
    {
        CallKind.CompleteRead => capabilities.ReadsComplete,
        CallKind.ReadSince => capabilities.ReadsSince,
        CallKind.KeyRead => capabilities.ReadsKeys,
        CallKind.KeyLookup => capabilities.LooksUpByKey,
        CallKind.ValueLookup => capabilities.LooksUpByValues,
        _ => true,
    };

    private async Task<T> Answer<T>(Func<T> call, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        var answer = call();
        system.World.Interruption.AfterEffect();
        return answer;
    }

    private async IAsyncEnumerable<T> Stream<T>(
        Func<IEnumerable<T>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var batch in read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            system.World.Interruption.AfterEffect();
            yield return batch;
        }
    }
}

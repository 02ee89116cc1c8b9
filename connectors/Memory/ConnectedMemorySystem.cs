using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Memory.Reading;
using SesamTalk.Connectors.Memory.Writing;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Memory;

/// <summary>A connection to a system in memory: counts each call, lets faults have their say, and holds callers to the contract.</summary>
internal sealed class ConnectedMemorySystem(MemorySystem system)
    : IConnectedSystem, ICompleteReader, IChangeReader, IKeyLookup, IValueLookup, IWriter
{
    private int _writers;

    public Capabilities CapabilitiesOf(EntityDescription entity) => system[entity.Name].Capabilities;

    public IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, CancellationToken cancellationToken) => Stream(
        () =>
        {
            var entity = Enter(request.Entity, c => c.ReadsComplete, c => c with { CompleteReads = c.CompleteReads + 1 });
            return BatchReader.Complete(entity, request);
        },
        cancellationToken);

    public IAsyncEnumerable<RecordBatch> ReadSinceAsync(ReadRequest request, string cursor, CancellationToken cancellationToken) => Stream(
        () =>
        {
            var entity = Enter(request.Entity, c => c.ReadsSince, c => c with { ReadsSince = c.ReadsSince + 1 });
            return BatchReader.Since(entity, request, cursor);
        },
        cancellationToken);

    public Task<RecordBatch> LookUpAsync(ReadRequest request, IReadOnlyList<string> keys, CancellationToken cancellationToken) => Answer(
        () =>
        {
            var entity = Enter(request.Entity, c => c.LooksUpByKey, c => c with { KeyLookups = c.KeyLookups + 1 });
            return Finder.ByKeys(entity, request, keys);
        },
        cancellationToken);

    public Task<RecordBatch> FindAsync(
        ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values, CancellationToken cancellationToken) => Answer(
        () =>
        {
            var entity = Enter(request.Entity, c => c.LooksUpByValues, c => c with { ValueLookups = c.ValueLookups + 1 });
            return Finder.ByValues(entity, request, properties, values);
        },
        cancellationToken);

    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken) => Answer(
        () =>
        {
            var entity = Enter(batch.Entity, _ => true, c => c with { WriteCalls = c.WriteCalls + 1 });
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

    private MemoryEntity Enter(EntityDescription description, Func<Capabilities, bool> can, Func<CallCounts, CallCounts> count)
    {
        var entity = system[description.Name];
        if (!can(entity.Capabilities))
            throw new NotSupportedException($"{system.Name}/{description.Name} was asked for what its capabilities deny.");
        lock (system.Gate)
            system.Calls = count(system.Calls);
        system.World.Interruption.BeforeEffect();
        system.Faults.OnCall();
        return entity;
    }

    private async Task<T> Answer<T>(Func<T> call, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        var answer = call();
        system.World.Interruption.AfterEffect();
        return answer;
    }

    private async IAsyncEnumerable<RecordBatch> Stream(
        Func<IEnumerable<RecordBatch>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
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

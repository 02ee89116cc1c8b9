using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Simulation.Playing;

/// <summary>A system that hands every call on to another: what stands between the engine and a system changes the calls that it is about.</summary>
internal abstract class ForwardingSystem(IConnectedSystem inner) : IConnectedSystem, ICompleteReader, IChangeReader, IKeyReader, IKeyLookup, IValueLookup, IWriter
{
    public Capabilities CapabilitiesOf(EntityDescription entity) => inner.CapabilitiesOf(entity);

    public virtual IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, CancellationToken cancellationToken) =>
        ((ICompleteReader)inner).ReadCompleteAsync(request, cancellationToken);

    public virtual IAsyncEnumerable<RecordBatch> ReadSinceAsync(ReadRequest request, string cursor, CancellationToken cancellationToken) =>
        ((IChangeReader)inner).ReadSinceAsync(request, cursor, cancellationToken);

    public virtual IAsyncEnumerable<IReadOnlyList<string>> ReadKeysAsync(ReadRequest request, CancellationToken cancellationToken) =>
        ((IKeyReader)inner).ReadKeysAsync(request, cancellationToken);

    public virtual Task<RecordBatch> LookUpAsync(ReadRequest request, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        ((IKeyLookup)inner).LookUpAsync(request, keys, cancellationToken);

    public Task<RecordBatch> FindAsync(ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values, CancellationToken cancellationToken) =>
        ((IValueLookup)inner).FindAsync(request, properties, values, cancellationToken);

    public virtual Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        ((IWriter)inner).WriteAsync(batch, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}

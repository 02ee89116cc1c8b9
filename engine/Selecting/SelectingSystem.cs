using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Selecting;

/// <summary>
/// A system in which properties of elements are properties of their records (clause R9). Everything behind it sees values, as of any
/// other property; the adapter before it sees lists. What the adapter cannot do is told by its capabilities, as ever.
/// </summary>
internal sealed class SelectingSystem : IConnectedSystem, ICompleteReader, IChangeReader, IKeyReader, IKeyLookup, IValueLookup, IWriter
{
    private readonly IConnectedSystem _system;
    private readonly Dictionary<Shape, SelectedShape> _shapes;

    private SelectingSystem(IConnectedSystem system, Dictionary<Shape, SelectedShape> shapes) => (_system, _shapes) = (system, shapes);

    /// <summary>The system for some entities; it as it is where none of them selects.</summary>
    public static IConnectedSystem Over(IConnectedSystem system, IEnumerable<MappedEntity> entities)
    {
        var shapes = entities
            .Select(entity => (entity.Shape, Selected: SelectedShape.Of(entity.Description, entity.Shape)))
            .Where(it => it.Selected is not null)
            .ToDictionary(it => it.Shape, it => it.Selected!);
        return shapes.Count == 0 ? system : new SelectingSystem(system, shapes);
    }

    /// <inheritdoc/>
    public Capabilities CapabilitiesOf(EntityDescription entity) => _system.CapabilitiesOf(entity);

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, CancellationToken cancellationToken) =>
        Projected(request, ((ICompleteReader)_system).ReadCompleteAsync(Asked(request), cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordBatch> ReadSinceAsync(ReadRequest request, string cursor, CancellationToken cancellationToken) =>
        Projected(request, ((IChangeReader)_system).ReadSinceAsync(Asked(request), cursor, cancellationToken));

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyList<string>> ReadKeysAsync(ReadRequest request, CancellationToken cancellationToken) =>
        ((IKeyReader)_system).ReadKeysAsync(Asked(request), cancellationToken);

    /// <inheritdoc/>
    public async Task<RecordBatch> LookUpAsync(ReadRequest request, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Projected(request, await ((IKeyLookup)_system).LookUpAsync(Asked(request), keys, cancellationToken));

    /// <inheritdoc/>
    public async Task<RecordBatch> FindAsync(ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values, CancellationToken cancellationToken) =>
        Projected(request, await ((IValueLookup)_system).FindAsync(Asked(request), properties, values, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken) => _shapes.TryGetValue(batch.Shape, out var shape)
        ? new SelectingWriter(_system, shape, batch).WriteAsync(cancellationToken)
        : ((IWriter)_system).WriteAsync(batch, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _system.DisposeAsync();

    private ReadRequest Asked(ReadRequest request) => _shapes.TryGetValue(request.Shape, out var shape) ? request with { Shape = shape.Asked } : request;

    private RecordBatch Projected(ReadRequest request, RecordBatch batch) => _shapes.TryGetValue(request.Shape, out var shape) ? shape.Project(batch) : batch;

    private IAsyncEnumerable<RecordBatch> Projected(ReadRequest request, IAsyncEnumerable<RecordBatch> batches) =>
        _shapes.TryGetValue(request.Shape, out var shape) ? batches.Select(shape.Project) : batches;
}

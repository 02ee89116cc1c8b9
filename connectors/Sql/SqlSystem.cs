using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Sql;

/// <summary>A system that is a database.</summary>
internal sealed class SqlSystem(SqlSettings settings, TimeProvider clock)
    : IConnectedSystem, ICompleteReader, IChangeReader, IKeyLookup, IValueLookup, IWriter
{
    private readonly SqlReader _reader = new(settings, clock);
    private readonly SqlWriter _writer = new(settings, clock);

    /// <summary>What can be done with an entity so described.</summary>
    public static Capabilities Capabilities(EntityDescription entity) => new()
    {
        ReadsComplete = true,
        ReadsInKeyOrder = entity.Property(entity.Key.Property)?.Type != PropertyType.Integer,
        ReadsSince = entity.Modified is not null,
        LooksUpByKey = true,
        LooksUpByValues = true,
        WritesConditionally = true,
        TakesKeys = entity.Key.GivenBy == KeyGiver.Client,
        AnswersWithStoredState = true,
        GivesModificationTimes = entity.Modified is not null,
    };

    /// <inheritdoc/>
    public Capabilities CapabilitiesOf(EntityDescription entity) => Capabilities(entity);

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, CancellationToken cancellationToken) =>
        Each(_reader.ReadComplete(request, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<RecordBatch> ReadSinceAsync(ReadRequest request, string cursor, CancellationToken cancellationToken) =>
        Each(_reader.ReadSince(request, cursor, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<RecordBatch> LookUpAsync(ReadRequest request, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult(_reader.LookUp(request, keys));

    /// <inheritdoc/>
    public Task<RecordBatch> FindAsync(ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values, CancellationToken cancellationToken) =>
        Task.FromResult(_reader.Find(request, properties, values));

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        Task.FromResult(_writer.Write(batch, cancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    // SQLite works on the caller's thread; batches are handed over as they come.
    private static async IAsyncEnumerable<RecordBatch> Each(IEnumerable<RecordBatch> batches, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var batch in batches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return batch;
            await Task.CompletedTask;
        }
    }
}

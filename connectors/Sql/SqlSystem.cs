using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Examining;
using SesamTalk.Connectors.Sql.Reading;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Connectors.Sql.Settings;
using SesamTalk.Connectors.Sql.Writing;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Sql;

/// <summary>A SQLite database. All work is done on the thread of the caller: SQLite has nothing to wait for but locks.</summary>
internal sealed class SqlSystem : IConnectedSystem, ICompleteReader, IChangeReader, IKeyReader, IKeyLookup, IValueLookup, IWriter, IExaminable
{
    // What reads must not write; the cache serves an index whose order is not that of the rows.
    private const string ReaderPragmas = "PRAGMA query_only = 1; PRAGMA cache_size = -16000";
    private const string WriterPragmas = "PRAGMA foreign_keys = 1; PRAGMA cache_size = -16000";

    private readonly TimeProvider _clock;
    private readonly SessionPool _readers;
    private readonly SessionPool _writing;
    private readonly BatchWriter _writer;

    public SqlSystem(SystemDefinition system)
    {
        _clock = system.Clock;
        var settings = new Lazy<SqlSettings>(() => SqlSettings.Of(system));
        _readers = new SessionPool(settings, ReaderPragmas);
        _writing = new SessionPool(settings, WriterPragmas);
        _writer = new BatchWriter(_writing, system.Clock);
    }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    public Capabilities CapabilitiesOf(EntityDescription entity) => SqlConnector.Describe(entity);

    public IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var now = Now;
        return ReadAsync(request.BatchSize, session => CompleteRead.Plan(session, request, now), cancellationToken);
    }

    public IAsyncEnumerable<RecordBatch> ReadSinceAsync(ReadRequest request, string cursor, CancellationToken cancellationToken)
    {
        var now = Now;
        return ReadAsync(request.BatchSize, session => ChangeRead.Plan(session, request, cursor, now), cancellationToken);
    }

    public async IAsyncEnumerable<IReadOnlyList<string>> ReadKeysAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A row whose key cannot be read has none, and is no record of any key.
        await foreach (var batch in ReadAsync(request.BatchSize, session => KeyRead.Plan(session, request.Entity), cancellationToken))
        {
            yield return [.. batch.Records.Select(record => record.Key)];
        }
    }

    public async Task<RecordBatch> LookUpAsync(ReadRequest request, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        string[] wanted = [.. keys.Distinct(StringComparer.Ordinal)];
        var batches = new List<RecordBatch>();
        for (var i = 0; i < wanted.Length; i += Finder.MostKeys)
        {
            var part = wanted.AsMemory(i, Math.Min(Finder.MostKeys, wanted.Length - i));
            batches.Add(ReadAll(session => Finder.ByKeys(session, request, part), cancellationToken));
        }

        // The column's collation may find what is not the same key.
        var asked = wanted.ToHashSet(StringComparer.Ordinal);
        return new RecordBatch([.. batches.SelectMany(batch => batch.Records).Where(record => asked.Contains(record.Key))])
        {
            Faults = [.. batches.SelectMany(batch => batch.Faults)],
        };
    }

    public async Task<RecordBatch> FindAsync(
        ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var described = properties
            .Select(path => request.Entity.Property(path) ?? throw new ArgumentException($"'{path}' is no property of {request.Entity.Name}.", nameof(properties)))
            .ToList();
        return ReadAll(session => Finder.ByValues(session, request, described, values), cancellationToken);
    }

    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        return _writer.Write(batch, cancellationToken);
    }

    public async IAsyncEnumerable<Examination> ExamineAsync(
        IReadOnlyList<EntityDescription> entities, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var found in new DatabaseExamination(_readers, _writing).Examine(entities))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return found;
        }
    }

    public ValueTask DisposeAsync()
    {
        _readers.Dispose();
        _writer.Dispose();
        _writing.Dispose();
        return ValueTask.CompletedTask;
    }

    private async IAsyncEnumerable<RecordBatch> ReadAsync(
        int batchSize, Func<Session, ScanPlan> plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        using var scan = Scan.Start(_readers, batchSize, plan);
        while (scan.Next(cancellationToken) is { } batch)
        {
            yield return batch;
        }
    }

    private RecordBatch ReadAll(Func<Session, ScanPlan> plan, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var scan = Scan.Start(_readers, int.MaxValue, plan);
        return scan.Next(cancellationToken)!;
    }
}

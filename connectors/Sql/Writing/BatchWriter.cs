using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>Writes batches, each in one transaction, over one connection.</summary>
internal sealed class BatchWriter(SessionPool sessions, TimeProvider clock) : IDisposable
{
    private const int MostWriters = 64;

    private readonly Dictionary<(EntityDescription Entity, Shape Shape), RecordWriter> _writers = [];
    private Session? _session;
    private long _schemaVersion;

    /// <summary>Writes a batch: all of it that is accepted, or nothing.</summary>
    /// <exception cref="BatchFailedException">The database accepts the batch only as a whole, and did not.</exception>
    /// <exception cref="Systems.SystemFailureException">The database cannot be written to.</exception>
    public IReadOnlyList<WriteOutcome> Write(WriteBatch batch, CancellationToken cancellationToken)
    {
        var outcomes = Check(batch);
        if (!outcomes.Contains(null))
        {
            return outcomes!;
        }

        var isDone = false;
        try
        {
            WriteInTransaction(batch, outcomes, cancellationToken);
            isDone = true;
        }
        catch (SqliteFailureException failure) when (Failures.IsOfRecord(failure))
        {
            return batch.Requests.Count == 1 ? [Rejection(failure)] : throw new BatchFailedException(SystemSays(failure));
        }
        catch (SqliteFailureException failure)
        {
            throw Failures.OfWrite(failure, sessions.Settings.Database);
        }
        finally
        {
            if (!isDone)
            {
                Dispose();
            }
        }

        return outcomes!;
    }

    /// <summary>Closes the connection, which undoes what was not committed.</summary>
    public void Dispose()
    {
        ForgetWriters();
        _session?.Dispose();
        _session = null;
    }

    private static WriteOutcome?[] Check(WriteBatch batch)
    {
        var rules = new WriteRules(batch.Entity, batch.Shape, takesKeys: batch.Entity.Key.GivenBy == KeyGiver.Client);
        var outcomes = new WriteOutcome?[batch.Requests.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = (TableRules.ProblemOf(batch, batch.Requests[i]) ?? rules.ProblemOf(batch.Requests[i])) is { } problem ? new Rejected(problem) : null;
        }

        return outcomes;
    }

    private void WriteInTransaction(WriteBatch batch, WriteOutcome?[] outcomes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _session ??= sessions.Take();
        _session.Database.Execute("BEGIN IMMEDIATE");
        _session.Refresh();
        if (_session.SourceOf(batch.Entity).Kind == SourceKind.Table)
        {
            WriteAll(WriterFor(batch, _session), batch, outcomes, cancellationToken);
        }
        else
        {
            Array.Fill(outcomes, new Rejected("the entity is a view, so nothing can be written to it: describe its table, or write can: []"));
        }

        _session.Database.Execute("COMMIT");
    }

    private void WriteAll(RecordWriter writer, WriteBatch batch, WriteOutcome?[] outcomes, CancellationToken cancellationToken)
    {
        // The time is taken under the lock, so that records are committed in the order of their times.
        var now = writer.At(clock.GetUtcNow().UtcDateTime);
        for (var i = 0; i < outcomes.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes[i] ??= WriteOne(writer, batch.Requests[i], now);
        }
    }

    private WriteOutcome WriteOne(RecordWriter writer, WriteRequest request, Moment? now)
    {
        try
        {
            return writer.Write(request, now);
        }
        catch (SqliteFailureException failure) when (Failures.IsOfRecord(failure) && _session!.Database.IsInTransaction)
        {
            return Rejection(failure);
        }
    }

    private RecordWriter WriterFor(WriteBatch batch, Session session)
    {
        if (session.SchemaVersion != _schemaVersion || _writers.Count >= MostWriters)
        {
            ForgetWriters();
            _schemaVersion = session.SchemaVersion;
        }

        var key = (batch.Entity, batch.Shape);
        return _writers.TryGetValue(key, out var known) ? known : _writers[key] = new RecordWriter(session, batch.Entity, batch.Shape);
    }

    private void ForgetWriters()
    {
        foreach (var writer in _writers.Values)
        {
            writer.Dispose();
        }

        _writers.Clear();
    }

    private static Rejected Rejection(SqliteFailureException failure) => new(SystemSays(failure));

    private static string SystemSays(SqliteFailureException failure) => $"the system says: {failure.Message}";
}

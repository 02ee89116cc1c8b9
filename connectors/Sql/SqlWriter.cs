using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql;

/// <summary>Writes records: a transaction a batch, each update on condition that the old values are still there (clause W2).</summary>
internal sealed class SqlWriter(SqlSettings settings, TimeProvider clock) : IDisposable
{
    private readonly Dictionary<(EntityDescription, Shape), SqlWriteTable> _tables = [];
    private SqliteDatabase? _database;

    /// <summary>Writes a batch.</summary>
    public IReadOnlyList<WriteOutcome> Write(WriteBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return WriteBatch(batch, cancellationToken);
        }
        catch (SqliteFailureException failure)
        {
            RollBack();
            throw SqlFailures.IsOfRecord(failure) ? new BatchFailedException(failure.Message) : SqlFailures.Of(settings, failure);
        }
        catch (OperationCanceledException)
        {
            RollBack();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        _database?.Dispose();
    }

    private WriteOutcome[] WriteBatch(WriteBatch batch, CancellationToken cancellationToken)
    {
        var database = _database ??= Open();
        var table = TableFor(database, batch);
        var now = clock.GetUtcNow().UtcDateTime.ToString(table.ModifiedFormat, CultureInfo.InvariantCulture);
        var outcomes = new WriteOutcome[batch.Requests.Count];
        database.Execute("BEGIN IMMEDIATE");
        for (var i = 0; i < outcomes.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            outcomes[i] = Write(table, batch.Requests[i], now);
        }

        database.Execute("COMMIT");
        return outcomes;
    }

    private static WriteOutcome Write(SqlWriteTable table, WriteRequest request, string now)
    {
        if (table.WhyNot(request) is { } reason)
        {
            return new Rejected(reason);
        }

        try
        {
            return request switch
            {
                CreateRequest create => table.Create(create, now),
                UpdateRequest update => table.Update(update, now),
                DeleteRequest delete => table.Delete(delete),
                _ => throw new ArgumentException($"There is no such request as {request.GetType().Name}."),
            };
        }
        catch (SqliteFailureException failure) when (SqlFailures.IsOfRecord(failure))
        {
            return new Rejected(failure.Message);
        }
    }

    private SqlWriteTable TableFor(SqliteDatabase database, WriteBatch batch)
    {
        if (!_tables.TryGetValue((batch.Entity, batch.Shape), out var table))
        {
            table = _tables[(batch.Entity, batch.Shape)] = new SqlWriteTable(database, new SqlTable(batch.Entity, batch.Shape));
        }

        return table;
    }

    private SqliteDatabase Open()
    {
        var database = SqliteDatabase.Open(settings.File, SqliteAccess.ReadWrite, settings.BusyTimeout);
        database.Execute("PRAGMA foreign_keys = ON");
        return database;
    }

    // What was prepared may be of no use after a failure: the next batch begins on a new connection, and nothing is left half done.
    private void RollBack()
    {
        Forget();
        _database?.Dispose();
        _database = null;
    }

    private void Forget()
    {
        foreach (var table in _tables.Values)
        {
            table.Dispose();
        }

        _tables.Clear();
    }
}

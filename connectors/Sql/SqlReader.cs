using SesamTalk.Connectors.Reading;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql;

/// <summary>Reads records, each read in a transaction and on a connection of its own: what it shows is one state of the database.</summary>
internal sealed class SqlReader(SqlSettings settings, TimeProvider clock)
{
    /// <summary>Every record, in order of the keys.</summary>
    public IEnumerable<RecordBatch> ReadComplete(ReadRequest request, CancellationToken cancellationToken)
    {
        var table = new SqlTable(request.Entity, request.Shape);
        var sql = $"SELECT {table.Selected} FROM {table.Source} ORDER BY {table.Key}";
        return Read(request, table, sql, null, cancellationToken);
    }

    /// <summary>The records modified at or after a cursor, in order of modification.</summary>
    public IEnumerable<RecordBatch> ReadSince(ReadRequest request, string cursor, CancellationToken cancellationToken)
    {
        var table = new SqlTable(request.Entity, request.Shape);
        var sql = $"SELECT {table.Selected} FROM {table.Source} WHERE {table.Modified} >= ? ORDER BY {table.Modified}";
        return Read(request, table, sql, SqlCursor.Of(cursor), cancellationToken);
    }

    /// <summary>The records of some keys.</summary>
    public RecordBatch LookUp(ReadRequest request, IReadOnlyList<string> keys)
    {
        var table = new SqlTable(request.Entity, request.Shape);
        var (records, faults) = (new List<Record>(), new List<RecordFault>());
        using var database = SqlFailures.Translate(settings, Open);
        using var find = SqlFailures.Translate(settings, () => database.Prepare($"SELECT {table.Selected} FROM {table.Source} WHERE {table.Key} = ?"));
        foreach (var key in keys)
        {
            find.Bind(1, key);
            Collect(find, table, records, faults);
        }

        return new RecordBatch(records) { Faults = faults };
    }

    /// <summary>The records with some values.</summary>
    public RecordBatch Find(ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Values.Value> values)
    {
        var table = new SqlTable(request.Entity, request.Shape);
        var (records, faults) = (new List<Record>(), new List<RecordFault>());
        var conditions = properties.Select(path => $"{SqlTable.Quoted(request.Entity.Property(path)?.Column ?? path)} = ?");
        using var database = SqlFailures.Translate(settings, Open);
        using var find = SqlFailures.Translate(
            settings, () => database.Prepare($"SELECT {table.Selected} FROM {table.Source} WHERE {string.Join(" AND ", conditions)} ORDER BY {table.Key}"));
        for (var i = 0; i < values.Count; i++)
        {
            SqlValues.Bind(find, i + 1, values[i]);
        }

        Collect(find, table, records, faults);
        return new RecordBatch(records) { Faults = faults };
    }

    private IEnumerable<RecordBatch> Read(ReadRequest request, SqlTable table, string sql, SqlCursor? since, CancellationToken cancellationToken)
    {
        using var database = SqlFailures.Translate(settings, Open);
        var latest = clock.GetUtcNow().UtcDateTime - settings.Overlap;
        using var rows = SqlFailures.Translate(settings, () => database.Prepare(sql));
        since?.Bind(rows, 1);
        var seen = since ?? new SqlCursor();
        RecordBatch batch;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            (batch, var more) = SqlFailures.Translate(settings, () => NextBatch(rows, table, request.BatchSize, seen));
            yield return more ? batch : batch with { Cursor = table.Modified is null ? null : seen.Next(latest) };
            if (!more)
            {
                yield break;
            }
        }
        while (true);
    }

    private static (RecordBatch Batch, bool More) NextBatch(Statement rows, SqlTable table, int size, SqlCursor seen)
    {
        var (records, faults) = (new List<Record>(size), new List<RecordFault>());
        while (records.Count + faults.Count < size)
        {
            if (!rows.Step())
            {
                return (new RecordBatch(records) { Faults = faults }, false);
            }

            if (table.Modified is not null)
            {
                seen.Pass(rows);
            }

            Add(rows, table, records, faults);
        }

        return (new RecordBatch(records) { Faults = faults }, true);
    }

    private void Collect(Statement rows, SqlTable table, List<Record> records, List<RecordFault> faults) => SqlFailures.Translate(settings, () =>
    {
        while (rows.Step())
        {
            Add(rows, table, records, faults);
        }

        return true;
    });

    private static void Add(Statement row, SqlTable table, List<Record> records, List<RecordFault> faults)
    {
        if (SqlRow.Read(row, table, out var fault) is { } record)
        {
            records.Add(record);
        }
        else
        {
            faults.Add(fault!);
        }
    }

    private SqliteDatabase Open() => SqliteDatabase.Open(settings.File, SqliteAccess.Read, settings.BusyTimeout);
}

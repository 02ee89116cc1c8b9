using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Sandbox.Systems;
using SesamTalk.Sqlite;

namespace SesamTalk.Sandbox.Storage;

/// <summary>
/// The database of a stand-in. What the protocol needs beside the records lies in the table <c>StandIn</c>: the last row version, the
/// count of the ids that were given, and the time while a stand-in itself writes; a person's edit goes by the machine's clock.
/// It outlives the process, however that ends, but nobody waits for the disk to have it: that was nine tenths of what a first run waits for.
/// What a power cut takes of a sample, 'sandbox reset' makes again.
/// </summary>
internal sealed class StandInDatabase : IDisposable
{
    /// <summary>The present instant within a trigger: the stand-in's own while it writes, else the machine's.</summary>
    public const string Now = "coalesce((SELECT value FROM \"StandIn\" WHERE name = 'clock'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SqliteDatabase _file;
    private readonly TimeProvider _clock;
    private readonly string _form;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    /// <summary>Opens the file and makes the table of what the protocol needs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">The stand-in's clock.</param>
    /// <param name="digits">How many digits after the second its instants have.</param>
    public StandInDatabase(string path, TimeProvider clock, int digits)
    {
        _form = $"yyyy-MM-ddTHH:mm:ss.{new string('f', digits)}Z";
        _file = SqliteDatabase.Open(path, SqliteAccess.ReadWrite, Patience);
        _clock = clock;
        _file.Execute("PRAGMA synchronous = OFF");
        _file.Execute("CREATE TABLE IF NOT EXISTS \"StandIn\" (name TEXT PRIMARY KEY, value)");
    }

    /// <summary>The present instant by the stand-in's clock, as the tables hold it.</summary>
    public string Present => _clock.GetUtcNow().UtcDateTime.ToString(_form, CultureInfo.InvariantCulture);

    /// <summary>The rows that a statement gives.</summary>
    public ImmutableArray<object?[]> Query(string sql, params ReadOnlySpan<object?> parameters)
    {
        var statement = Bound(sql, parameters);
        var rows = ImmutableArray.CreateBuilder<object?[]>();
        while (statement.Step())
        {
            rows.Add(RowOf(statement));
        }

        return rows.ToImmutable();
    }

    /// <summary>The first value of the first row; nothing where there is none.</summary>
    public object? Value(string sql, params ReadOnlySpan<object?> parameters) => Query(sql, parameters) is [var row, ..] ? row[0] : null;

    /// <summary>Runs one statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> parameters)
    {
        Bound(sql, parameters).Run();
        return _file.Changes;
    }

    /// <summary>Runs statements as a person would type them.</summary>
    public void Execute(string sql) => _file.Execute(sql);

    /// <summary>Does something in one transaction, whose triggers see the stand-in's clock. What fails leaves nothing behind.</summary>
    public T Write<T>(Func<T> act)
    {
        _file.Execute("BEGIN IMMEDIATE");
        try
        {
            Run("INSERT OR REPLACE INTO \"StandIn\" (name, value) VALUES ('clock', ?)", Present);
            var result = act();
            Run("DELETE FROM \"StandIn\" WHERE name = 'clock'");
            _file.Execute("COMMIT");
            return result;
        }
        catch
        {
            if (_file.IsInTransaction)
            {
                _file.Execute("ROLLBACK");
            }

            throw;
        }
    }

    /// <summary>The next number of a series that outlives the process. Only within <see cref="Write"/>.</summary>
    public long Next(string series)
    {
        Run("INSERT OR IGNORE INTO \"StandIn\" (name, value) VALUES (?, 0)", series);
        Run("UPDATE \"StandIn\" SET value = value + 1 WHERE name = ?", series);
        return (long)Value("SELECT value FROM \"StandIn\" WHERE name = ?", series)!;
    }

    /// <summary>A new UUID, the same in each run of the same history. Only within <see cref="Write"/>.</summary>
    public string NextUuid(string series) => Keys.Uuid(series + "/given", (int)Next(series));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _file.Dispose();
    }

    private static object?[] RowOf(Statement statement)
    {
        var row = new object?[statement.ColumnCount];
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = statement.TypeOf(column) switch
            {
                1 => statement.Long(column),
                2 => statement.Double(column),
                5 => null,
                _ => statement.Text(column),
            };
        }

        return row;
    }

    private Statement Bound(string sql, ReadOnlySpan<object?> parameters)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = _file.Prepare(sql);
        }

        statement.Reset();
        for (var index = 0; index < parameters.Length; index++)
        {
            _ = parameters[index] switch
            {
                null => statement.BindNull(index + 1),
                long number => statement.Bind(index + 1, number),
                int number => statement.Bind(index + 1, (long)number),
                bool truth => statement.Bind(index + 1, truth ? 1L : 0L),
                double number => statement.Bind(index + 1, number),
                var other => statement.Bind(index + 1, other.ToString()),
            };
        }

        return statement;
    }
}

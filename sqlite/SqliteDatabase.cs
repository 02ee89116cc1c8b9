using SQLitePCL;

namespace SesamTalk.Sqlite;

/// <summary>
/// A connection to a SQLite file by SQLite's C interface: for the paths on which ADO.NET's cost a row shows. Not for use by two
/// threads at once.
/// </summary>
public sealed class SqliteDatabase : IDisposable
{
    private readonly sqlite3 _handle;

    private SqliteDatabase(sqlite3 handle, string path)
    {
        _handle = handle;
        Path = path;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => Native.Changes(_handle.DangerousGetHandle());

    /// <summary>Whether a transaction is open; a failure may have ended it.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>The row id of the last insert.</summary>
    public long LastInsertRowId => raw.sqlite3_last_insert_rowid(_handle);

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="access">What is to be done with it.</param>
    /// <param name="busyTimeout">How long to wait for another connection's lock.</param>
    /// <exception cref="SqliteFailureException">It cannot be opened.</exception>
    public static SqliteDatabase Open(string path, SqliteAccess access, TimeSpan busyTimeout)
    {
        SqliteLibrary.Initialize();
        var code = raw.sqlite3_open_v2(path, out var handle, FlagsOf(access), null);
        if (code != raw.SQLITE_OK)
        {
            var message = raw.sqlite3_errmsg(handle).utf8_to_string();
            handle.Dispose();
            throw new SqliteFailureException(code, message, path);
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, (int)busyTimeout.TotalMilliseconds);
        return new SqliteDatabase(handle, path);
    }

    /// <summary>Runs statements that give no rows.</summary>
    /// <exception cref="SqliteFailureException">One of them failed.</exception>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>Prepares a statement. The caller disposes it.</summary>
    /// <exception cref="SqliteFailureException">It is not understood.</exception>
    public Statement Prepare(string sql)
    {
        var statement = new Statement(this, sql);
        statement.Prepare();
        return statement;
    }

    /// <summary>A statement that is prepared when it is first used: most runs use few of many. The caller disposes it.</summary>
    public Statement PrepareLater(string sql) => new(this, sql);

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    internal sqlite3_stmt Compile(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var statement));
        return statement;
    }

    internal void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure(code);
        }
    }

    internal SqliteFailureException Failure(int code) => new(code, raw.sqlite3_errmsg(_handle).utf8_to_string(), Path);

    private static int FlagsOf(SqliteAccess access) => raw.SQLITE_OPEN_NOMUTEX | access switch
    {
        SqliteAccess.Read => raw.SQLITE_OPEN_READONLY,
        SqliteAccess.ReadWrite => raw.SQLITE_OPEN_READWRITE,
        _ => raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE,
    };
}

/// <summary>What is to be done with a file.</summary>
public enum SqliteAccess
{
    /// <summary>Read only.</summary>
    Read,

    /// <summary>Read and write; the file must be there.</summary>
    ReadWrite,

    /// <summary>Read and write; the file is made if it is missing.</summary>
    Create,
}

using System.Buffers;
using System.Text;
using SQLitePCL;

namespace SesamTalk.Sqlite;

/// <summary>A prepared statement. Parameters count from 1, columns from 0. Bound values stay until they are bound anew.</summary>
public sealed class Statement : IDisposable
{
    private const int StackLimit = 512;

    private readonly SqliteDatabase _database;
    private readonly sqlite3_stmt _handle;

    internal Statement(SqliteDatabase database, sqlite3_stmt handle)
    {
        _database = database;
        _handle = handle;
    }

    /// <summary>Binds a whole number.</summary>
    public Statement Bind(int parameter, long value)
    {
        _database.Check(raw.sqlite3_bind_int64(_handle, parameter, value));
        return this;
    }

    /// <summary>Binds a floating-point number.</summary>
    public Statement Bind(int parameter, double value)
    {
        _database.Check(raw.sqlite3_bind_double(_handle, parameter, value));
        return this;
    }

    /// <summary>Binds text; <see langword="null"/> binds NULL.</summary>
    public Statement Bind(int parameter, string? value) => value is null ? BindNull(parameter) : Bind(parameter, value.AsSpan());

    /// <summary>Binds text.</summary>
    public Statement Bind(int parameter, ReadOnlySpan<char> value)
    {
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        byte[]? rented = size > StackLimit ? ArrayPool<byte>.Shared.Rent(size) : null;
        Span<byte> buffer = rented ?? stackalloc byte[StackLimit];
        var written = Encoding.UTF8.GetBytes(value, buffer);

        // An empty span would bind NULL: one byte of room makes it the empty text.
        _database.Check(written == 0
            ? raw.sqlite3_bind_text(_handle, parameter, string.Empty)
            : raw.sqlite3_bind_text(_handle, parameter, buffer[..written]));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    /// <summary>Binds text that is UTF-8 already.</summary>
    public Statement BindUtf8(int parameter, ReadOnlySpan<byte> value)
    {
        _database.Check(raw.sqlite3_bind_text(_handle, parameter, value));
        return this;
    }

    /// <summary>Binds bytes.</summary>
    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        _database.Check(value.IsEmpty
            ? raw.sqlite3_bind_zeroblob(_handle, parameter, 0)
            : raw.sqlite3_bind_blob(_handle, parameter, value));
        return this;
    }

    /// <summary>Binds NULL.</summary>
    public Statement BindNull(int parameter)
    {
        _database.Check(raw.sqlite3_bind_null(_handle, parameter));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one; the statement is reset where there is none.</returns>
    /// <exception cref="SqliteFailureException">It failed; the statement is reset.</exception>
    public bool Step()
    {
        var code = raw.sqlite3_step(_handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        var failure = code == raw.SQLITE_DONE ? null : _database.Failure(code);
        _ = raw.sqlite3_reset(_handle);
        return failure is null ? false : throw failure;
    }

    /// <summary>Runs the statement to its end, whatever rows it gives.</summary>
    /// <exception cref="SqliteFailureException">It failed; the statement is reset.</exception>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Makes the statement ready to run again before its last row was reached.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_handle);

    /// <summary>Whether a column is NULL.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_handle, column) == raw.SQLITE_NULL;

    /// <summary>What a column holds: SQLite's INTEGER (1), FLOAT (2), TEXT (3), BLOB (4) or NULL (5).</summary>
    public int TypeOf(int column) => raw.sqlite3_column_type(_handle, column);

    /// <summary>A column as a whole number.</summary>
    public long Long(int column) => raw.sqlite3_column_int64(_handle, column);

    /// <summary>A column as a floating-point number.</summary>
    public double Double(int column) => raw.sqlite3_column_double(_handle, column);

    /// <summary>A column as text; NULL gives the empty text.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_handle, column));

    /// <summary>The bytes of a column, or of its text in UTF-8; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_handle, column);

    /// <summary>How many columns a row has.</summary>
    public int ColumnCount => raw.sqlite3_column_count(_handle);

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}

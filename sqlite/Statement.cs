using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using SQLitePCL;

namespace SesamTalk.Sqlite;

/// <summary>A prepared statement. Parameters count from 1, columns from 0. Bound values stay until they are bound anew.</summary>
public sealed unsafe class Statement : IDisposable
{
    private const int StackLimit = 512;

    private readonly SqliteDatabase _database;
    private readonly sqlite3_stmt _handle;
    private readonly nint _statement;

    internal Statement(SqliteDatabase database, sqlite3_stmt handle)
    {
        _database = database;
        _handle = handle;
        _statement = handle.DangerousGetHandle();
    }

    /// <summary>Binds a whole number.</summary>
    public Statement Bind(int parameter, long value)
    {
        _database.Check(Native.BindLong(_statement, parameter, value));
        return this;
    }

    /// <summary>Binds a floating-point number.</summary>
    public Statement Bind(int parameter, double value)
    {
        _database.Check(Native.BindDouble(_statement, parameter, value));
        return this;
    }

    /// <summary>Binds text; <see langword="null"/> binds NULL.</summary>
    public Statement Bind(int parameter, string? value) => value is null ? BindNull(parameter) : Bind(parameter, value.AsSpan());

    /// <summary>Binds text.</summary>
    [SkipLocalsInit]
    public Statement Bind(int parameter, ReadOnlySpan<char> value)
    {
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        byte[]? rented = size > StackLimit ? ArrayPool<byte>.Shared.Rent(size) : null;
        Span<byte> buffer = rented ?? stackalloc byte[StackLimit];
        var written = Encoding.UTF8.GetBytes(value, buffer);

        BindUtf8(parameter, buffer[..written]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    /// <summary>Binds text that is UTF-8 already.</summary>
    public Statement BindUtf8(int parameter, ReadOnlySpan<byte> value)
    {
        // A null pointer would bind NULL: of an empty text the pointer only has to be some other.
        byte nothing = 0;
        fixed (byte* bytes = value)
        {
            _database.Check(Native.BindText(_statement, parameter, value.IsEmpty ? &nothing : bytes, value.Length, Native.Transient));
        }

        return this;
    }

    /// <summary>Binds bytes.</summary>
    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        fixed (byte* bytes = value)
        {
            _database.Check(value.IsEmpty
                ? Native.BindZeroBlob(_statement, parameter, 0)
                : Native.BindBlob(_statement, parameter, bytes, value.Length, Native.Transient));
        }

        return this;
    }

    /// <summary>Binds NULL.</summary>
    public Statement BindNull(int parameter)
    {
        _database.Check(Native.BindNull(_statement, parameter));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one; the statement is reset where there is none.</returns>
    /// <exception cref="SqliteFailureException">It failed; the statement is reset.</exception>
    public bool Step()
    {
        var code = Native.Step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        var failure = code == raw.SQLITE_DONE ? null : _database.Failure(code);
        _ = Native.Reset(_statement);
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
    public void Reset() => _ = Native.Reset(_statement);

    /// <summary>Whether a column is NULL.</summary>
    public bool IsNull(int column) => Native.ColumnType(_statement, column) == raw.SQLITE_NULL;

    /// <summary>What a column holds: SQLite's INTEGER (1), FLOAT (2), TEXT (3), BLOB (4) or NULL (5).</summary>
    public int TypeOf(int column) => Native.ColumnType(_statement, column);

    /// <summary>A column as a whole number.</summary>
    public long Long(int column) => Native.ColumnLong(_statement, column);

    /// <summary>A column as a floating-point number.</summary>
    public double Double(int column) => Native.ColumnDouble(_statement, column);

    /// <summary>A column as text; NULL gives the empty text.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(new ReadOnlySpan<byte>(Native.ColumnText(_statement, column), Native.ColumnBytes(_statement, column)));

    /// <summary>The bytes of a column, or of its text in UTF-8; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => new(Native.ColumnBlob(_statement, column), Native.ColumnBytes(_statement, column));

    /// <summary>The name of a column.</summary>
    public string ColumnName(int column) => raw.sqlite3_column_name(_handle, column).utf8_to_string();

    /// <summary>How many columns a row has.</summary>
    public int ColumnCount => raw.sqlite3_column_count(_handle);

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}

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
    private readonly string _sql;
    private sqlite3_stmt? _handle;
    private nint _prepared;

    internal Statement(SqliteDatabase database, string sql)
    {
        _database = database;
        _sql = sql;
    }

    private nint Handle => _prepared != 0 ? _prepared : Prepare();

    private sqlite3_stmt Compiled => Handle == 0 ? throw new ObjectDisposedException(nameof(Statement)) : _handle!;

    /// <summary>Binds a whole number.</summary>
    public Statement Bind(int parameter, long value)
    {
        _database.Check(Native.BindLong(Handle, parameter, value));
        return this;
    }

    /// <summary>Binds a floating-point number.</summary>
    public Statement Bind(int parameter, double value)
    {
        _database.Check(Native.BindDouble(Handle, parameter, value));
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
            _database.Check(Native.BindText(Handle, parameter, value.IsEmpty ? &nothing : bytes, value.Length, Native.Transient));
        }

        return this;
    }

    /// <summary>Binds bytes.</summary>
    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        fixed (byte* bytes = value)
        {
            _database.Check(value.IsEmpty
                ? Native.BindZeroBlob(Handle, parameter, 0)
                : Native.BindBlob(Handle, parameter, bytes, value.Length, Native.Transient));
        }

        return this;
    }

    /// <summary>Binds NULL.</summary>
    public Statement BindNull(int parameter)
    {
        _database.Check(Native.BindNull(Handle, parameter));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one; the statement is reset where there is none.</returns>
    /// <exception cref="SqliteFailureException">It failed; the statement is reset.</exception>
    public bool Step()
    {
        var code = Native.Step(Handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        var failure = code == raw.SQLITE_DONE ? null : _database.Failure(code);
        _ = Native.Reset(_prepared);
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
    public void Reset() => _ = Native.Reset(_prepared);

    /// <summary>Whether a column is NULL.</summary>
    public bool IsNull(int column) => Native.ColumnType(Handle, column) == raw.SQLITE_NULL;

    /// <summary>What a column holds: SQLite's INTEGER (1), FLOAT (2), TEXT (3), BLOB (4) or NULL (5).</summary>
    public int TypeOf(int column) => Native.ColumnType(Handle, column);

    /// <summary>A column as a whole number.</summary>
    public long Long(int column) => Native.ColumnLong(Handle, column);

    /// <summary>A column as a floating-point number.</summary>
    public double Double(int column) => Native.ColumnDouble(Handle, column);

    /// <summary>A column as text; NULL gives the empty text.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(new ReadOnlySpan<byte>(Native.ColumnText(Handle, column), Native.ColumnBytes(Handle, column)));

    /// <summary>The bytes of a column, or of its text in UTF-8; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => new(Native.ColumnBlob(Handle, column), Native.ColumnBytes(Handle, column));

    /// <summary>The name of a column.</summary>
    public string ColumnName(int column) => raw.sqlite3_column_name(Compiled, column).utf8_to_string();

    /// <summary>How many columns a row has.</summary>
    public int ColumnCount => raw.sqlite3_column_count(Compiled);

    /// <inheritdoc/>
    public void Dispose() => _handle?.Dispose();

    internal nint Prepare()
    {
        _handle = _database.Compile(_sql);
        return _prepared = _handle.DangerousGetHandle();
    }
}

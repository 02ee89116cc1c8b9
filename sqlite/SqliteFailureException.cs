namespace SesamTalk.Sqlite;

/// <summary>SQLite did not do what was asked.</summary>
/// <param name="code">SQLite's extended result code.</param>
/// <param name="message">SQLite's own words.</param>
/// <param name="path">The file.</param>
public sealed class SqliteFailureException(int code, string message, string path) : Exception(message)
{
    /// <summary>SQLite's extended result code.</summary>
    public int Code { get; } = code;

    /// <summary>SQLite's primary result code.</summary>
    public int PrimaryCode => Code & 0xff;

    /// <summary>The file.</summary>
    public string Path { get; } = path;
}

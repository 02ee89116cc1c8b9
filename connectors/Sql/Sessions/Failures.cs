using SesamTalk.Connectors.Sql.Settings;
using SesamTalk.Connectors.Systems;
using SesamTalk.Sqlite;
using SQLitePCL;

namespace SesamTalk.Connectors.Sql.Sessions;

/// <summary>What a failure of SQLite means for the system: how one recovers from it (clause W4).</summary>
internal static class Failures
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>The failure of a read.</summary>
    public static SystemFailureException OfRead(SqliteFailureException failure, DatabaseFile file) => IsBusy(failure)
        ? new SystemUnavailableException($"{file.Name} is locked by another program, and still was after the busy_timeout: the system says: {failure.Message}", failure)
        : Of(failure, file);

    /// <summary>The failure of a write.</summary>
    public static SystemFailureException OfWrite(SqliteFailureException failure, DatabaseFile file) => IsBusy(failure)
        ? new SystemBusyException($"{file.Name} is being written to by another program: the system says: {failure.Message}", RetryAfter)
        : Of(failure, file);

    /// <summary>Whether the failure concerns what was to be written into one record, and nothing else.</summary>
    public static bool IsOfRecord(SqliteFailureException failure) =>
        failure.PrimaryCode is raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG;

    private static bool IsBusy(SqliteFailureException failure) => failure.PrimaryCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    private static SystemFailureException Of(SqliteFailureException failure, DatabaseFile file) => failure.PrimaryCode switch
    {
        raw.SQLITE_CANTOPEN when Directory.Exists(file.Path) =>
            new SystemUnavailableException($"{file.Name} is a folder, not a database: correct 'connection' of the system", failure),
        raw.SQLITE_CANTOPEN when !File.Exists(file.Path) =>
            new SystemUnavailableException($"there is no file {file.Name}: make the database, or correct 'connection' of the system", failure),
        raw.SQLITE_READONLY => new SystemRefusedException(
            $"{file.Name} may only be read: the system says: {failure.Message}",
            "Give this user the right to write to the file and its folder, or take Mode=ReadOnly out of 'connection'.",
            failure),
        raw.SQLITE_PERM or raw.SQLITE_AUTH => new SystemRefusedException(
            $"{file.Name} may not be used: the system says: {failure.Message}", "Give this user the right to the file and its folder.", failure),
        raw.SQLITE_ERROR or raw.SQLITE_MISUSE or raw.SQLITE_RANGE => new SystemRefusedException(
            $"{file.Name} does not understand what it is asked: the system says: {failure.Message}",
            "Compare the entity description with the tables and triggers of the database.",
            failure),
        raw.SQLITE_NOTADB => new SystemUnavailableException($"{file.Name} is no SQLite database: correct 'connection' of the system", failure),
        raw.SQLITE_FULL => new SystemUnavailableException($"{file.Name} cannot grow: the disk is full", failure),
        raw.SQLITE_CORRUPT => new SystemUnavailableException($"{file.Name} is damaged: the system says: {failure.Message}", failure),
        _ => new SystemUnavailableException($"{file.Name} cannot be used: the system says: {failure.Message}", failure),
    };
}

using SesamTalk.Connectors.Systems;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql;

/// <summary>SQLite's failures in the words of the contract (clause W4).</summary>
internal static class SqlFailures
{
    private static readonly TimeSpan WaitWhenBusy = TimeSpan.FromSeconds(1);

    /// <summary>Whether a statement failed because of the record that it wrote.</summary>
    public static bool IsOfRecord(SqliteFailureException failure) => failure.PrimaryCode is 18 or 19 or 20;

    /// <summary>Does something to the database, and says what went wrong in the words of the contract.</summary>
    public static T Translate<T>(SqlSettings settings, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteFailureException failure)
        {
            throw Of(settings, failure);
        }
    }

    /// <summary>A failure in the words of the contract.</summary>
    public static SystemFailureException Of(SqlSettings settings, SqliteFailureException failure) => failure.PrimaryCode switch
    {
        5 or 6 => new SystemBusyException($"{settings.File} is locked by another program", WaitWhenBusy),
        3 or 8 or 23 => new SystemRefusedException(
            $"{settings.File} may not be written ({failure.Message})", "Give this user the right to write the file and its folder.", failure),
        11 or 26 => new SystemUnavailableException($"{settings.File} is damaged, or is no SQLite database ({failure.Message})", failure),
        13 => new SystemUnavailableException($"The disk that holds {settings.File} is full", failure),
        14 => new SystemUnavailableException(
            File.Exists(settings.File) ? $"{settings.File} cannot be opened ({failure.Message})" : $"There is no database {settings.File}", failure),
        1 => new SystemRefusedException(
            $"{settings.File} is not as its entities file describes it: {failure.Message}", $"Correct the entities file of {settings.System}, or the database.", failure),
        _ => new SystemUnavailableException($"{settings.File} cannot be used: {failure.Message}", failure),
    };
}

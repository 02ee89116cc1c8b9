using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>What tells a state from other databases, and its versions from each other. Both stand in the head of the file.</summary>
internal static class StateMark
{
    // "Sesa": a number of our own, as SQLite advises.
    private const int Application = 0x53657361;

    /// <summary>Marks a database as a state of the version that this engine writes.</summary>
    public static readonly string Statements = $"PRAGMA application_id = {Application}; PRAGMA user_version = {StateSchema.Version};";

    /// <summary>Whether a database is a state; an empty one is none yet.</summary>
    /// <exception cref="StateFailureException">It is something else, or of a version that this engine does not know.</exception>
    public static bool IsOn(SqliteDatabase database)
    {
        var (application, version) = (Number(database, "PRAGMA application_id"), Number(database, "PRAGMA user_version"));
        return application switch
        {
            Application when version == StateSchema.Version => true,
            Application => throw StateFailureException.OfVersion(database.Path, version, StateSchema.Version),
            _ => Number(database, "SELECT count(*) FROM sqlite_master") == 0 ? false : throw StateFailureException.OfSomethingElse(database.Path),
        };
    }

    private static long Number(SqliteDatabase database, string sql)
    {
        using var query = database.Prepare(sql);
        query.Step();
        return query.Long(0);
    }
}

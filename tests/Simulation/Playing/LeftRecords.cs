using SesamTalk.Sqlite;

namespace SesamTalk.Simulation.Playing;

/// <summary>
/// What a run leaves for the next one: a system that shows nothing but in a read has made something else of what the run put there, so
/// that it could not be written again (W2).
/// </summary>
internal static class LeftRecords
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Whether a state names any.</summary>
    public static bool AreIn(string state)
    {
        if (!File.Exists(state))
        {
            return false;
        }

        using var database = SqliteDatabase.Open(state, SqliteAccess.Read, Patience);
        using var left = database.Prepare("SELECT 1 FROM pending WHERE turn < 0 LIMIT 1");
        return left.Step();
    }
}

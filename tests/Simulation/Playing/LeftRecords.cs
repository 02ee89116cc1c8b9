using SesamTalk.Sqlite;

namespace SesamTalk.Simulation.Playing;

/// <summary>
/// What a run leaves for the next one: a system that shows nothing but in a read has made something else of what the run put there, so
/// that it could not be written again (W2).
/// </summary>
internal static class LeftRecords
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The entities that they are of.</summary>
    public static IEnumerable<string> Entities(string state)
    {
        if (!File.Exists(state))
        {
            yield break;
        }

        using var database = SqliteDatabase.Open(state, SqliteAccess.Read, Patience);
        using var left = database.Prepare("SELECT DISTINCT name FROM pending JOIN entity ON number = entity WHERE turn < 0");
        while (left.Step())
        {
            yield return left.Text(0);
        }
    }
}

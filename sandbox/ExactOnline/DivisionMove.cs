using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.ExactOnline;

/// <summary>Moves a division: its date of move changes, and every row gets a version of a new series.</summary>
internal static class DivisionMove
{
    /// <summary>Does it; only within a write.</summary>
    public static bool Do(StandInDatabase database)
    {
        database.Run($"UPDATE \"Divisions\" SET DivisionMoveDate = ? WHERE Code = {Systems.ExactOnline.Division}", database.Present);
        foreach (var entity in ExactCatalogue.Entities.Where(entity => entity.Sync is not null && entity.Name != "Deleted"))
        {
            // The new series begins low: a version that was kept lies above all of them.
            database.Run($"UPDATE {Sql.Quote(entity.Name)} SET Timestamp = rowid");
        }

        database.Run("DELETE FROM \"Deleted\"");
        return true;
    }
}

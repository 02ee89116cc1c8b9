using SesamTalk.Connectors.Reading;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Reading;

/// <summary>What a scan reads.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Bind">Gives the statement its parameters.</param>
/// <param name="Selection">The columns that it gives.</param>
/// <param name="Reader">Makes records of its rows.</param>
/// <param name="Tracker">Finds the cursor, where there is a modification time.</param>
internal sealed record ScanPlan(string Sql, Action<Statement> Bind, Selection Selection, RecordReader Reader, CursorTracker? Tracker)
{
    /// <summary>Whether rows with one key stand beside each other.</summary>
    public bool InKeyOrder { get; init; }

    /// <summary>Rows of an earlier modification time are not wanted, though the statement may give them.</summary>
    public DateTime From { get; init; } = DateTime.MinValue;

    /// <summary>Whether a record is wanted; if so, its modification time is taken into account.</summary>
    public bool IsWanted(Record record)
    {
        if (record.Modified is not { } modified)
        {
            return true;
        }

        Tracker?.See(modified, Reader.ReadsUtc);
        return modified >= From;
    }
}

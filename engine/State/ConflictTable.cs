using SesamTalk.Engine.Reconciling;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>A conflict as it was recorded.</summary>
/// <param name="Flow">The flow on which the edits met.</param>
/// <param name="Winner">The side that won, or the first of two that wait for a person.</param>
/// <param name="Loser">The other side.</param>
/// <param name="DecidedBy">What decided.</param>
/// <param name="Resolved">The run in which a person decided it, if one did.</param>
internal sealed record RecordedConflict(string Flow, RecordedSide Winner, RecordedSide Loser, string DecidedBy, long? Resolved)
{
    /// <summary>Whether it was left to a person (clauses R4, R5).</summary>
    public bool IsLeftToPerson => DecidedBy.StartsWith(Conflict.Review, StringComparison.Ordinal);
}

/// <summary>One side of a conflict as it was recorded.</summary>
/// <param name="Record">The record, as <c>system/entity/key</c>.</param>
/// <param name="Property">The property.</param>
/// <param name="Edit">The edit, for a person.</param>
internal sealed record RecordedSide(string Record, string Property, string Edit);

/// <summary>The conflicts, once for the same two edits (clause R4).</summary>
internal sealed class ConflictTable : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly StatementSet _statements;
    private readonly Statement _add;
    private readonly Statement _find;
    private readonly Statement _resolve;

    public ConflictTable(SqliteDatabase database)
    {
        _database = database;
        _statements = new StatementSet(database);
        _add = _statements.Add("""
            INSERT INTO conflict (identity, run, flow, place, winner, winner_property, winner_value, winner_edit, loser, loser_property, loser_value, loser_edit, decided_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity) DO NOTHING
            """);
        _find = _statements.Add("SELECT flow, winner, winner_property, winner_edit, loser, loser_property, loser_edit, decided_by, resolved FROM conflict WHERE number = ?");
        _resolve = _statements.Add("UPDATE conflict SET resolved = ?, taken = ? WHERE number = ?");
    }

    /// <summary>The conflict of that number, if there is one.</summary>
    public RecordedConflict? Find(long number)
    {
        var found = _find.Bind(1, number).Step()
            ? new RecordedConflict(
                _find.Text(0), SideAt(1), SideAt(4), _find.Text(7), _find.IsNull(8) ? null : _find.Long(8))
            : null;
        _find.Reset();
        return found;
    }

    /// <summary>Notes that a person has decided a conflict.</summary>
    public void Resolve(long number, long run, string taken) => _resolve.Bind(1, run).Bind(2, taken).Bind(3, number).Run();

    /// <summary>Records a conflict.</summary>
    /// <returns>Whether it was not recorded before.</returns>
    public bool Record(Conflict conflict, long run)
    {
        _add.Bind(1, conflict.Identity()).Bind(2, run).Bind(3, conflict.Flow).Bind(4, conflict.Place);
        Bind(5, conflict.Winner);
        Bind(9, conflict.Loser);
        _add.Bind(13, conflict.DecidedBy).Run();
        return _database.Changes > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    private RecordedSide SideAt(int column) => new(_find.Text(column), _find.Text(column + 1), _find.Text(column + 2));

    private void Bind(int parameter, ConflictSide side) =>
        _add.Bind(parameter, side.Record.ToString()).Bind(parameter + 1, side.Property).Bind(parameter + 2, side.Shown).Bind(parameter + 3, side.EditText());
}

using SesamTalk.Engine.Reconciling;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>The conflicts, once for the same two edits (clause R4).</summary>
internal sealed class ConflictTable : IDisposable
{
    private readonly SqliteDatabase _database;
    private readonly StatementSet _statements;
    private readonly Statement _add;

    public ConflictTable(SqliteDatabase database)
    {
        _database = database;
        _statements = new StatementSet(database);
        _add = _statements.Add("""
            INSERT INTO conflict (identity, run, flow, place, winner, winner_property, winner_value, winner_edit, loser, loser_property, loser_value, loser_edit, decided_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (identity) DO NOTHING
            """);
    }

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

    private void Bind(int parameter, ConflictSide side) =>
        _add.Bind(parameter, side.Record.ToString()).Bind(parameter + 1, side.Property).Bind(parameter + 2, side.Shown).Bind(parameter + 3, side.EditText());
}

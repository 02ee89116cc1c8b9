using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>The runs, and the epochs that settled runs end.</summary>
internal sealed class RunTable : IDisposable
{
    private readonly SqliteDatabase _database;

    public RunTable(SqliteDatabase database) => _database = database;

    /// <summary>Begins a run.</summary>
    /// <returns>Its number, and the epoch: it goes on as long as no run has settled.</returns>
    public (long Run, long Epoch) Begin(long now, string holder, string kind = RunKinds.Run, string? detail = null)
    {
        using var epoch = _database.Prepare("SELECT coalesce(max(epoch + (outcome IS 'settled')), 1) FROM run");
        epoch.Step();
        var present = epoch.Long(0);
        epoch.Reset();
        using var add = _database.Prepare("INSERT INTO run (epoch, started, holder, kind, detail) VALUES (?, ?, ?, ?, ?)");
        add.Bind(1, present).Bind(2, now).Bind(3, holder).Bind(4, kind).Bind(5, detail).Run();
        return (_database.LastInsertRowId, present);
    }

    /// <summary>Whether there was a run of that number, and what it was for.</summary>
    public string? KindOf(long run)
    {
        using var find = _database.Prepare("SELECT kind FROM run WHERE number = ?");
        return find.Bind(1, run).Step() ? find.Text(0) : null;
    }

    /// <summary>Ends a run.</summary>
    public void End(long run, long now, string outcome)
    {
        using var end = _database.Prepare("UPDATE run SET ended = ?, outcome = ? WHERE number = ?");
        end.Bind(1, now).Bind(2, outcome).Bind(3, run).Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}

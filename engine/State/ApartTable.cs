using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>Pairs of records that are never to be linked again, because a person unlinked them (clause I6).</summary>
internal sealed class ApartTable : IDisposable
{
    private readonly StatementSet _statements;
    private readonly Presence _presence;
    private readonly Statement _has;
    private readonly Statement _add;
    private readonly Statement _remove;

    public ApartTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _presence = new Presence(_statements, "apart");
        _has = _statements.Add("SELECT 1 FROM apart WHERE one = ? AND other = ?");
        _add = _statements.Add("INSERT OR REPLACE INTO apart (one, other, run) VALUES (?1, ?2, ?3), (?2, ?1, ?3)");
        _remove = _statements.Add("DELETE FROM apart WHERE (one = ?1 AND other = ?2) OR (one = ?2 AND other = ?1)");
    }

    /// <summary>Whether two records are never to be linked.</summary>
    public bool Has(long one, long other)
    {
        if (!HasAny())
        {
            return false;
        }

        var has = _has.Bind(1, one).Bind(2, other).Step();
        _has.Reset();
        return has;
    }

    /// <summary>Remembers that two records are never to be linked.</summary>
    public void Add(long one, long other, long run)
    {
        _add.Bind(1, one).Bind(2, other).Bind(3, run).Run();
        _presence.Note();
    }

    /// <summary>Forgets it: a person links them.</summary>
    public void Remove(long one, long other) => _remove.Bind(1, one).Bind(2, other).Run();

    /// <summary>Whether there are any such pairs, or were since the state was opened.</summary>
    public bool HasAny() => _presence.HasAny();

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}

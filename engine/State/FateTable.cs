using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>A record that went or came back.</summary>
/// <param name="Entity">The number of its entity.</param>
/// <param name="Key">Its key.</param>
/// <param name="Id">Its number in the state.</param>
internal readonly record struct Fate(int Entity, string Key, long Id);

/// <summary>
/// Records that went or came back, until all their links have been looked at (chapter 7): on disk, so that a run that was killed,
/// a flow that does not run and a system that is down lose nothing of it.
/// </summary>
internal sealed class FateTable : IDisposable
{
    private readonly StatementSet _statements;
    private readonly Statement _add;
    private readonly Statement _remove;
    private readonly Statement _page;
    private readonly Statement _any;

    public FateTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _add = _statements.Add("INSERT OR IGNORE INTO fate (entity, key, id) VALUES (?, ?, ?)");
        _remove = _statements.Add("DELETE FROM fate WHERE entity = ? AND key = ?");
        _page = _statements.Add("SELECT entity, key, id FROM fate WHERE (entity, key) > (?, ?) ORDER BY entity, key LIMIT ?");
        _any = _statements.Add("SELECT 1 FROM fate LIMIT 1");
    }

    /// <summary>Notes that a record went or came back.</summary>
    public void Add(RecordName name, int entity, long id) => _add.Bind(1, entity).Bind(2, name.Key).Bind(3, id).Run();

    /// <summary>Notes that all links of a record have been looked at.</summary>
    public void Remove(Fate fate) => _remove.Bind(1, fate.Entity).Bind(2, fate.Key).Run();

    /// <summary>Whether there are any.</summary>
    public bool HasAny()
    {
        var any = _any.Step();
        _any.Reset();
        return any;
    }

    /// <summary>Some of them behind another, in order of their entities and keys; none to begin with.</summary>
    public List<Fate> Page(Fate? after, int size)
    {
        var page = new List<Fate>();
        _page.Bind(1, after?.Entity ?? -1).Bind(2, after?.Key ?? string.Empty).Bind(3, size);
        while (_page.Step())
        {
            page.Add(new Fate((int)_page.Long(0), _page.Text(1), _page.Long(2)));
        }

        return page;
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}

using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>A record that is to be looked at.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Id">Its number in the state.</param>
internal readonly record struct PendingRecord(string Key, long Id);

/// <summary>
/// What is to be looked at, by turns (chapter 8): a stage works through a turn while what it makes new goes to a later one. It is on
/// disk, so that a run that was killed goes on where it was (T4).
/// </summary>
internal sealed class PendingTable : IDisposable
{
    /// <summary>The turn of what is left for the next run.</summary>
    private const int NextRun = -1;

    // Where turns are sorted while a run begins.
    private const int CameUp = -2;
    private const int Decided = -3;

    // A record that is marked twice is looked at for the greater of the two reasons.
    private const string Stronger = "ON CONFLICT DO UPDATE SET changed = 1 WHERE excluded.changed > changed";

    private readonly StatementSet _statements;
    private readonly Statement _add;
    private readonly Statement _page;
    private readonly Statement _any;
    private readonly Statement _entities;
    private readonly Statement _between;
    private readonly Statement _remove;
    private readonly Statement _defer;
    private readonly Statement _gather;
    private readonly Statement _clear;
    private readonly Statement _move;
    private readonly Statement _underWay;
    private readonly Statement _setUnderWay;
    private readonly Statement _endUnderWay;

    public PendingTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _add = _statements.Add($"INSERT INTO pending (turn, entity, key, id, changed) VALUES (?, ?, ?, ?, ?) {Stronger}");
        _page = _statements.Add("SELECT key, id FROM pending WHERE turn = ? AND entity = ? AND key > ? AND changed >= ? ORDER BY key LIMIT ?");
        _any = _statements.Add("SELECT 1 FROM pending WHERE turn = ? LIMIT 1");
        _entities = _statements.Add("SELECT 1 FROM pending WHERE turn = ? AND entity = ? LIMIT 1");
        _between = _statements.Add("SELECT 1 FROM pending WHERE turn BETWEEN ? AND ? AND entity = ? LIMIT 1");
        _remove = _statements.Add("DELETE FROM pending WHERE turn >= 0 AND turn < ?");
        _defer = _statements.Add($"INSERT INTO pending SELECT -1, entity, key, id, changed FROM pending WHERE entity = ? AND turn >= 0 AND turn < ? {Stronger}");
        _gather = _statements.Add($"INSERT INTO pending SELECT ?, entity, key, id, changed FROM pending WHERE turn BETWEEN ? AND ? {Stronger}");
        _clear = _statements.Add("DELETE FROM pending WHERE turn NOT IN (-3, -2)");
        _move = _statements.Add("UPDATE pending SET turn = ? WHERE turn = ?");
        _underWay = _statements.Add("SELECT stage, flow, turn FROM under_way");
        _setUnderWay = _statements.Add("INSERT OR REPLACE INTO under_way (one, stage, flow, turn) VALUES (1, ?, ?, ?)");
        _endUnderWay = _statements.Add("DELETE FROM under_way");
    }

    /// <summary>The turn that new marks go to.</summary>
    public int Turn { get; private set; }

    /// <summary>Whether it is noted that a flow creates or links.</summary>
    public bool IsUnderWay { get; private set; }

    /// <summary>Begins a run with what earlier runs left.</summary>
    /// <returns>
    /// The flow that was creating or linking when the last run was killed, if one was: what it had decided to look at is then turn 0, and all
    /// else is in the present turn. None if everything is in the present turn.
    /// </returns>
    public Interrupted? Begin()
    {
        Interrupted? interrupted = _underWay.Step() ? new Interrupted((UnderWay)_underWay.Long(0), (int)_underWay.Long(1)) : null;
        var began = interrupted is null ? 0 : _underWay.Long(2);
        _underWay.Reset();
        IsUnderWay = interrupted is not null;
        Turn = interrupted is null ? 0 : 1;
        Gather(Decided, 0, began - 1);
        Gather(CameUp, began, int.MaxValue);
        Gather(CameUp, NextRun, NextRun);
        _clear.Run();
        Move(Decided, 0);
        Move(CameUp, Turn);
        return interrupted;
    }

    /// <summary>From now on marks are for the next run: a person decides between runs.</summary>
    public void MarkForNextRun() => Turn = NextRun;

    /// <summary>Notes that a flow begins to create or to link, for all turns before the present one.</summary>
    public void Begin(UnderWay stage, MappedFlow flow)
    {
        _setUnderWay.Bind(1, (int)stage).Bind(2, flow.Number).Bind(3, Turn).Run();
        IsUnderWay = true;
    }

    /// <summary>Notes that creating or linking has ended.</summary>
    public void End()
    {
        _endUnderWay.Run();
        IsUnderWay = false;
    }

    /// <summary>Whether anything was marked in the present turn.</summary>
    public bool HasMarks()
    {
        var any = _any.Bind(1, Turn).Step();
        _any.Reset();
        return any;
    }

    /// <summary>Whether any record of an entity is marked in some turns.</summary>
    public bool HasAny(int firstTurn, int lastTurn, MappedEntity entity)
    {
        var any = _between.Bind(1, firstTurn).Bind(2, lastTurn).Bind(3, entity.Number).Step();
        _between.Reset();
        return any;
    }

    /// <summary>Closes the present turn, so that it can be worked through, and begins the next.</summary>
    /// <returns>The turn that was closed.</returns>
    public int Close() => Turn++;

    /// <summary>Marks a record in the present turn.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="entity">The number of its entity.</param>
    /// <param name="id">Its number.</param>
    /// <param name="changed">Whether its links are to be reconciled; else only counterparts are looked for.</param>
    public void Mark(RecordName name, int entity, long id, bool changed = true) => Add(Turn, entity, name.Key, id, changed);

    /// <summary>Leaves a record for the next run.</summary>
    public void LeaveForNextRun(RecordName name, int entity, long id) => Add(NextRun, entity, name.Key, id, true);

    /// <summary>Leaves all marked records of an entity, in turns before <paramref name="turn"/>, for the next run as well.</summary>
    public void LeaveForNextRun(MappedEntity entity, int turn) => _defer.Bind(1, entity.Number).Bind(2, turn).Run();

    /// <summary>The marked records of an entity in a turn, in order of their keys, in pages.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="size">How many a page holds at most.</param>
    /// <param name="onlyChanged">Whether only those are wanted whose links are to be reconciled.</param>
    public IEnumerable<List<PendingRecord>> Pages(int turn, MappedEntity entity, int size, bool onlyChanged = false)
    {
        if (!Has(turn, entity))
        {
            yield break;
        }

        var after = string.Empty;
        while (true)
        {
            var page = Page(turn, entity, after, size, onlyChanged);
            if (page.Count > 0)
            {
                yield return page;
            }

            if (page.Count < size)
            {
                yield break;
            }

            after = page[^1].Key;
        }
    }

    /// <summary>Forgets the turns before a turn: they are done.</summary>
    public void Forget(int turn) => _remove.Bind(1, turn).Run();

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    private void Add(int turn, int entity, string key, long id, bool changed) =>
        _add.Bind(1, turn).Bind(2, entity).Bind(3, key).Bind(4, id).Bind(5, changed ? 1 : 0).Run();

    private void Gather(int into, long from, long to) => _gather.Bind(1, into).Bind(2, from).Bind(3, to).Run();

    private void Move(int from, int to) => _move.Bind(1, to).Bind(2, from).Run();

    private bool Has(int turn, MappedEntity entity)
    {
        var has = _entities.Bind(1, turn).Bind(2, entity.Number).Step();
        _entities.Reset();
        return has;
    }

    private List<PendingRecord> Page(int turn, MappedEntity entity, string after, int size, bool onlyChanged)
    {
        var page = new List<PendingRecord>(size);
        _page.Bind(1, turn).Bind(2, entity.Number).Bind(3, after).Bind(4, onlyChanged ? 1 : 0).Bind(5, size);
        while (_page.Step())
        {
            page.Add(new PendingRecord(_page.Text(0), _page.Long(1)));
        }

        return page;
    }
}

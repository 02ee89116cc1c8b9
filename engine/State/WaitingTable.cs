using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>
/// Who waits for whom (clauses C4, R10). A row number of -1 means that the record waits as a whole. Without a reason, nothing waits for
/// that record: it is what somebody refers to who waits for something else.
/// </summary>
internal sealed class WaitingTable : IDisposable
{
    /// <summary>The row number of a record that waits as a whole.</summary>
    public const int WholeRecord = -1;

    private readonly StatementSet _statements;
    private readonly Statement _put;
    private readonly Statement _remove;
    private readonly Statement _removeRow;
    private readonly Statement _waiters;
    private readonly Statement _awaiting;
    private readonly Presence _presence;
    private readonly Statement _count;
    private readonly Statement _forget;

    public WaitingTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _put = _statements.Add("INSERT OR REPLACE INTO waiting (flow, entity, id, row, awaited_entity, awaited_key, reason) VALUES (?, ?, ?, ?, ?, ?, ?)");
        _remove = _statements.Add("DELETE FROM waiting WHERE flow = ? AND entity = ? AND id = ?");
        _removeRow = _statements.Add("DELETE FROM waiting WHERE flow = ? AND entity = ? AND id = ? AND row = ?");
        _waiters = _statements.Add("SELECT DISTINCT entity, id FROM waiting WHERE awaited_entity = ? AND awaited_key = ?");
        _awaiting = _statements.Add("SELECT DISTINCT flow FROM waiting WHERE awaited_entity = ? AND awaited_key = ?");
        _presence = new Presence(_statements, "waiting");
        _forget = _statements.Add("DELETE FROM waiting WHERE flow = ?");
        _count = _statements.Add("SELECT count(DISTINCT id) FROM waiting WHERE flow = ?");
    }

    /// <summary>Notes that a record, or one row of it, waits; for another record or, without one, for a change of its own.</summary>
    public void Put(MappedFlow flow, int entity, long id, int row, RecordName? awaited, string reason)
    {
        _presence.Note();
        _put.Bind(1, flow.Number).Bind(2, entity).Bind(3, id).Bind(4, row)
            .Bind(5, awaited?.Entity ?? string.Empty).Bind(6, awaited?.Key ?? string.Empty).Bind(7, reason).Run();
    }

    /// <summary>Notes that a record no longer waits in a flow.</summary>
    public void Remove(MappedFlow flow, int entity, long id)
    {
        if (HasAny())
        {
            _remove.Bind(1, flow.Number).Bind(2, entity).Bind(3, id).Run();
        }
    }

    /// <summary>Notes that a row of a record no longer waits.</summary>
    public void Remove(MappedFlow flow, int entity, long id, int row)
    {
        if (HasAny())
        {
            _removeRow.Bind(1, flow.Number).Bind(2, entity).Bind(3, id).Bind(4, row).Run();
        }
    }

    /// <summary>Whether anybody waits, or did since the state was opened.</summary>
    public bool HasAny() => _presence.HasAny();

    /// <summary>The numbers of the flows in which somebody waits for a record.</summary>
    public List<int> FlowsAwaiting(RecordName awaited)
    {
        var flows = new List<int>();
        _awaiting.Bind(1, awaited.Entity).Bind(2, awaited.Key);
        while (_awaiting.Step())
        {
            flows.Add((int)_awaiting.Long(0));
        }

        return flows;
    }

    /// <summary>Who waits for a record.</summary>
    public List<Member> WaitersFor(RecordName awaited)
    {
        var waiters = new List<Member>();
        _waiters.Bind(1, awaited.Entity).Bind(2, awaited.Key);
        while (_waiters.Step())
        {
            waiters.Add(new Member(_waiters.Long(1), (int)_waiters.Long(0)));
        }

        return waiters;
    }

    /// <summary>Forgets who waits in a flow: it is another now.</summary>
    public void Forget(MappedFlow flow) => _forget.Bind(1, flow.Number).Run();

    /// <summary>How many records wait in a flow.</summary>
    public long Count(MappedFlow flow)
    {
        _count.Bind(1, flow.Number).Step();
        var count = _count.Long(0);
        _count.Reset();
        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}

using SesamTalk.Engine.Mapping;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>Who is in review, and under which rule (clause I4).</summary>
internal sealed class ReviewTable : IDisposable
{
    /// <summary>The rule number of a record that may not get a counterpart made: after all rules.</summary>
    public const int Creating = int.MaxValue;

    /// <summary>The rule number of a record whose create was interrupted and may have made any of several (clause C3).</summary>
    public const int Unresolved = int.MaxValue - 1;

    private readonly StatementSet _statements;
    private readonly Statement _put;
    private readonly Statement _putCandidate;
    private readonly Statement _removeCandidates;
    private readonly Presence _presence;
    private readonly Statement _rule;
    private readonly Statement _remove;
    private readonly Statement _count;
    private readonly Statement _group;
    private readonly Statement _forget;

    public ReviewTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _presence = new Presence(_statements, "review");
        _put = _statements.Add("INSERT OR REPLACE INTO review (flow, side, id, rule, carried, reason) VALUES (?, ?, ?, ?, ?, ?)");
        _putCandidate = _statements.Add("INSERT OR REPLACE INTO review_candidate (flow, side, id, candidate, evidence) VALUES (?, ?, ?, ?, ?)");
        _removeCandidates = _statements.Add("DELETE FROM review_candidate WHERE flow = ? AND side = ? AND id = ?");
        _rule = _statements.Add("SELECT rule FROM review WHERE flow = ? AND side = ? AND id = ?");
        _remove = _statements.Add("DELETE FROM review WHERE flow = ? AND side = ? AND id = ?");
        _count = _statements.Add("SELECT count(*) FROM review WHERE flow = ?");
        _group = _statements.Add("SELECT side, id FROM review WHERE flow = ? AND rule = ? AND carried = ?");
        _forget = _statements.Add("DELETE FROM review WHERE flow = ?");
    }

    /// <summary>Puts a record into review.</summary>
    public void Put(MappedFlow flow, Side side, long id, int rule, long carried, string reason)
    {
        _presence.Note();
        _put.Bind(1, flow.Number).Bind(2, (long)side).Bind(3, id).Bind(4, rule).Bind(5, carried).Bind(6, reason).Run();
    }

    /// <summary>Names a candidate of a record that is in review without a match rule (clause C3).</summary>
    public void PutCandidate(MappedFlow flow, Side side, long id, long candidate, string evidence) =>
        _putCandidate.Bind(1, flow.Number).Bind(2, (long)side).Bind(3, id).Bind(4, candidate).Bind(5, evidence).Run();

    /// <summary>Takes a record out of review whose interrupted create is cleared up, with its candidates (clause C3).</summary>
    public void RemoveUnresolved(MappedFlow flow, Side side, long id)
    {
        if (RuleOf(flow, side, id) == Unresolved)
        {
            Remove(flow, side, id);
            _removeCandidates.Bind(1, flow.Number).Bind(2, (long)side).Bind(3, id).Run();
        }
    }

    /// <summary>The rule under which a record is in review; none if it is not.</summary>
    public int? RuleOf(MappedFlow flow, Side side, long id)
    {
        if (!_presence.HasAny())
        {
            return null;
        }

        _rule.Bind(1, flow.Number).Bind(2, (long)side).Bind(3, id);
        int? rule = _rule.Step() ? (int)_rule.Long(0) : null;
        _rule.Reset();
        return rule;
    }

    /// <summary>Who is in review for the same reason.</summary>
    public List<(Side Side, long Id)> Group(MappedFlow flow, int rule, long carried)
    {
        var group = new List<(Side, long)>();
        _group.Bind(1, flow.Number).Bind(2, rule).Bind(3, carried);
        while (_group.Step())
        {
            group.Add(((Side)_group.Long(0), _group.Long(1)));
        }

        return group;
    }

    /// <summary>Takes a record out of review.</summary>
    public void Remove(MappedFlow flow, Side side, long id) => _remove.Bind(1, flow.Number).Bind(2, (long)side).Bind(3, id).Run();

    /// <summary>Forgets who is in review in a flow: its rules are others now.</summary>
    public void Forget(MappedFlow flow) => _forget.Bind(1, flow.Number).Run();

    /// <summary>How many records of a flow are in review.</summary>
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

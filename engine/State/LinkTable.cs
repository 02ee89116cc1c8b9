using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>A link as the stages see it.</summary>
/// <param name="Source">The number of the source record.</param>
/// <param name="Target">The number of the target record.</param>
/// <param name="Agreed">On which edits its rows last agreed.</param>
/// <param name="State">How it stands.</param>
internal readonly record struct StoredLink(long Source, long Target, Agreement Agreed, LinkState State)
{
    /// <summary>The number of the record on a side.</summary>
    public long this[Side side] => side == Side.Source ? Source : Target;
}

/// <summary>The links of all flows (chapter 3). A unique key holds I1.</summary>
internal sealed class LinkTable : IDisposable
{
    private readonly StatementSet _statements;
    private readonly Statement _bySource;
    private readonly Statement _byTarget;
    private readonly Statement _add;
    private readonly Statement _agree;
    private readonly Statement _setState;
    private readonly Statement _inState;
    private readonly Statement _renewSource;
    private readonly Statement _renewTarget;
    private readonly Statement _remove;

    public LinkTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _bySource = _statements.Add("SELECT source, target, agreed, state FROM link WHERE flow = ? AND source = ?");
        _byTarget = _statements.Add("SELECT source, target, agreed, state FROM link WHERE flow = ? AND target = ?");
        _add = _statements.Add("INSERT INTO link (flow, source, target, evidence, detail, run, agreed) VALUES (?, ?, ?, ?, ?, ?, ?)");
        _remove = _statements.Add("DELETE FROM link WHERE flow = ? AND source = ?");
        _agree = _statements.Add("UPDATE link SET agreed = ? WHERE flow = ? AND source = ?");
        _setState = _statements.Add("UPDATE link SET state = ?, ended = ? WHERE flow = ? AND source = ?");
        _inState = _statements.Add("SELECT source, target, agreed, state FROM link WHERE flow = ? AND state = ? AND state <> 0 ORDER BY source");
        _renewSource = _statements.Add("UPDATE link SET source = ?, evidence = ?, detail = ?, run = ?, agreed = ?, state = 0, ended = NULL WHERE flow = ? AND target = ?");
        _renewTarget = _statements.Add("UPDATE link SET target = ?, evidence = ?, detail = ?, run = ?, agreed = ?, state = 0, ended = NULL WHERE flow = ? AND source = ?");
    }

    /// <summary>The link of a record in a flow, if it has one.</summary>
    public StoredLink? Find(MappedFlow flow, Side side, long id)
    {
        var query = side == Side.Source ? _bySource : _byTarget;
        query.Bind(1, flow.Number).Bind(2, id);
        StoredLink? link = query.Step() ? Read(query, flow) : null;
        query.Reset();
        return link;
    }

    /// <summary>Whether a record has a link in a flow, and be it one that has ended.</summary>
    public bool Has(MappedFlow flow, Side side, long id)
    {
        var query = side == Side.Source ? _bySource : _byTarget;
        var has = query.Bind(1, flow.Number).Bind(2, id).Step();
        query.Reset();
        return has;
    }

    /// <summary>Adds a link (clauses I1, I7).</summary>
    public void Add(MappedFlow flow, long source, long target, Evidence evidence, long run, Agreement agreed) =>
        _add.Bind(1, flow.Number).Bind(2, source).Bind(3, target).Bind(4, (long)evidence.Kind).Bind(5, evidence.Detail).Bind(6, run)
            .Bind(7, agreed.Bytes()).Run();

    /// <summary>The records that a record is linked with in a flow, on whichever side it is; the flow may be one that is no longer in the set.</summary>
    public List<long> NeighboursOf(int flow, long id)
    {
        var neighbours = new List<long>(1);
        if (_bySource.Bind(1, flow).Bind(2, id).Step())
        {
            neighbours.Add(_bySource.Long(1));
        }

        _bySource.Reset();
        if (_byTarget.Bind(1, flow).Bind(2, id).Step())
        {
            neighbours.Add(_byTarget.Long(0));
        }

        _byTarget.Reset();
        return neighbours;
    }

    /// <summary>Removes the link between two records in a flow, whichever of them is the source (clause I6).</summary>
    /// <returns>In which state it was; none where there is no such link.</returns>
    public LinkState? Remove(int flow, long one, long other) => RemoveFrom(flow, one, other) ?? RemoveFrom(flow, other, one);

    /// <summary>Remembers on what the rows of a link agreed.</summary>
    public void Agree(MappedFlow flow, long source, Agreement agreed) => _agree.Bind(1, agreed.Bytes()).Bind(2, flow.Number).Bind(3, source).Run();

    /// <summary>Lets a link end, or wait for a counterpart that is made again.</summary>
    public void SetState(MappedFlow flow, long source, LinkState state, long run) =>
        _setState.Bind(1, (long)state).Bind(2, run).Bind(3, flow.Number).Bind(4, source).Run();

    /// <summary>Lets a link hold again (clause D4).</summary>
    public void SetHeld(MappedFlow flow, long source) =>
        _setState.Bind(1, (long)LinkState.Held).BindNull(2).Bind(3, flow.Number).Bind(4, source).Run();

    /// <summary>The links of a flow that wait for a counterpart that is made again.</summary>
    public List<StoredLink> Renewing(MappedFlow flow)
    {
        var links = new List<StoredLink>();
        _inState.Bind(1, flow.Number).Bind(2, (long)LinkState.Renewing);
        while (_inState.Step())
        {
            links.Add(Read(_inState, flow));
        }

        return links;
    }

    /// <summary>Gives a record another counterpart in the place of one that is gone (clauses D3, I7).</summary>
    public void Renew(MappedFlow flow, Side side, long id, long counterpart, Evidence evidence, long run, Agreement agreed) =>
        (side == Side.Target ? _renewSource : _renewTarget).Bind(1, counterpart).Bind(2, (long)evidence.Kind).Bind(3, evidence.Detail).Bind(4, run)
            .Bind(5, agreed.Bytes()).Bind(6, flow.Number).Bind(7, id).Run();

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    private static StoredLink Read(Statement row, MappedFlow flow) =>
        new(row.Long(0), row.Long(1), Agreement.Read(row.Bytes(2), flow.RowCount), (LinkState)row.Long(3));

    private LinkState? RemoveFrom(int flow, long source, long target)
    {
        LinkState? state = _bySource.Bind(1, flow).Bind(2, source).Step() && _bySource.Long(1) == target ? (LinkState)_bySource.Long(3) : null;
        _bySource.Reset();
        if (state is not null)
        {
            _remove.Bind(1, flow).Bind(2, source).Run();
        }

        return state;
    }
}

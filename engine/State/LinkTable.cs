using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>A link as the stages see it.</summary>
/// <param name="Source">The number of the source record.</param>
/// <param name="Target">The number of the target record.</param>
/// <param name="Agreed">On which edits its rows last agreed.</param>
internal readonly record struct StoredLink(long Source, long Target, Agreement Agreed);

/// <summary>The links of all flows (chapter 3). A unique key holds I1.</summary>
internal sealed class LinkTable : IDisposable
{
    private readonly StatementSet _statements;
    private readonly Statement _bySource;
    private readonly Statement _byTarget;
    private readonly Statement _add;
    private readonly Statement _agree;

    public LinkTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _bySource = _statements.Add("SELECT source, target, agreed FROM link WHERE flow = ? AND source = ?");
        _byTarget = _statements.Add("SELECT source, target, agreed FROM link WHERE flow = ? AND target = ?");
        _add = _statements.Add("INSERT INTO link (flow, source, target, evidence, detail, run, agreed) VALUES (?, ?, ?, ?, ?, ?, ?)");
        _agree = _statements.Add("UPDATE link SET agreed = ? WHERE flow = ? AND source = ?");
    }

    /// <summary>The link of a record in a flow, if it has one.</summary>
    public StoredLink? Find(MappedFlow flow, Side side, long id)
    {
        var query = side == Side.Source ? _bySource : _byTarget;
        query.Bind(1, flow.Number).Bind(2, id);
        StoredLink? link = query.Step()
            ? new StoredLink(query.Long(0), query.Long(1), Agreement.Read(query.Bytes(2), flow.RowCount))
            : null;
        query.Reset();
        return link;
    }

    /// <summary>Whether a record has a link in a flow.</summary>
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

    /// <summary>Remembers on what the rows of a link agreed.</summary>
    public void Agree(MappedFlow flow, long source, Agreement agreed) => _agree.Bind(1, agreed.Bytes()).Bind(2, flow.Number).Bind(3, source).Run();

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}

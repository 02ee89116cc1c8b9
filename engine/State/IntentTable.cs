using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>A create that is under way (clause C2).</summary>
/// <param name="Flow">The flow that creates.</param>
/// <param name="Side">The side on which the record is that gets a counterpart.</param>
/// <param name="Origin">The number of that record.</param>
/// <param name="Cluster">Its cluster.</param>
/// <param name="IdempotencyKey">What names this create, however often it is sent.</param>
/// <param name="Key">The key of the new record, where the engine gives it.</param>
/// <param name="Values">What the new record is to hold, by the shape of its entity.</param>
/// <param name="Stamps">The stamps that it is to have.</param>
internal sealed record Intent(MappedFlow Flow, Side Side, long Origin, long Cluster, string IdempotencyKey, string? Key, Value[] Values, Stamp[] Stamps)
{
    /// <summary>The greatest number of a record when it was put down: who has no greater one was there before, and is not what was made.</summary>
    public required long Known { get; init; }

    /// <summary>The entity of the new record.</summary>
    public MappedEntity Entity => Flow.Entity(Side.Other());

    /// <summary>The place of the property of the new record that a row maps.</summary>
    public int PlaceOf(MappedRow row) => Side == Side.Source ? row.Target : row.Source;
}

/// <summary>The creates under way (clauses C2, C3): at most one a cluster and entity, held by a unique key.</summary>
internal sealed class IntentTable : IDisposable
{
    private readonly HashSet<(long Cluster, int Entity)> _open = [];
    private readonly Dictionary<int, int> _openOf = [];
    private readonly NumberTable _numbers;
    private readonly StatementSet _statements;
    private readonly Statement _add;
    private readonly Statement _remove;
    private readonly Statement _handOver;
    private readonly Statement _all;

    public IntentTable(SqliteDatabase database, NumberTable numbers)
    {
        _numbers = numbers;
        _statements = new StatementSet(database);
        _add = _statements.Add("INSERT INTO intent (cluster, entity, flow, side, origin, idempotency_key, key, body, stamps, run, known) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        _remove = _statements.Add("DELETE FROM intent WHERE cluster = ? AND entity = ?");
        _handOver = _statements.Add("UPDATE intent SET origin = ? WHERE origin = ?");
        _all = _statements.Add("SELECT cluster, side, origin, idempotency_key, key, body, stamps, known FROM intent WHERE flow = ? ORDER BY cluster");
        LoadOpen(database);
    }

    /// <summary>Puts an intent down; it is on disk with the next commit.</summary>
    public void Add(Intent intent, long run)
    {
        var entity = intent.Entity.Number;
        Open(intent.Cluster, entity);
        var codec = _numbers.CodecOf(entity);
        _add.Bind(1, intent.Cluster).Bind(2, entity).Bind(3, intent.Flow.Number).Bind(4, (long)intent.Side).Bind(5, intent.Origin)
            .Bind(6, intent.IdempotencyKey).Bind(7, intent.Key)
            .Bind(8, codec.WriteValues(intent.Values)).Bind(9, codec.WriteStamps(intent.Stamps, default)).Bind(10, run).Bind(11, intent.Known).Run();
    }

    /// <summary>Whether a create of an entity is under way in a cluster.</summary>
    public bool Has(long cluster, MappedEntity entity) => _open.Contains((cluster, entity.Number));

    /// <summary>Whether any create of an entity is under way.</summary>
    public bool HasAny(MappedEntity entity) => _openOf.GetValueOrDefault(entity.Number) > 0;

    /// <summary>Whether any create is under way in a cluster.</summary>
    public bool HasIn(long cluster) => _open.Any(open => open.Cluster == cluster);

    /// <summary>Whether any create is under way.</summary>
    public bool HasAny() => _open.Count > 0;

    /// <summary>Closes an intent.</summary>
    public void Remove(Intent intent)
    {
        _remove.Bind(1, intent.Cluster).Bind(2, intent.Entity.Number).Run();
        _openOf[intent.Entity.Number] -= _open.Remove((intent.Cluster, intent.Entity.Number)) ? 1 : 0;
    }

    /// <summary>What is being made for a record is the counterpart of another one of its cluster from now on (clause D3).</summary>
    public void HandOver(long origin, long successor) => _handOver.Bind(1, successor).Bind(2, origin).Run();

    /// <summary>The creates of a flow that are under way, in order of their clusters.</summary>
    public List<Intent> Of(MappedFlow flow)
    {
        var intents = new List<Intent>();
        _all.Bind(1, flow.Number);
        while (_all.Step())
        {
            intents.Add(Read(flow));
        }

        return intents;
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    private void LoadOpen(SqliteDatabase database)
    {
        using var all = database.Prepare("SELECT cluster, entity FROM intent");
        while (all.Step())
        {
            Open(all.Long(0), (int)all.Long(1));
        }
    }

    private void Open(long cluster, int entity) =>
        _openOf[entity] = _openOf.GetValueOrDefault(entity) + (_open.Add((cluster, entity)) ? 1 : 0);

    private Intent Read(MappedFlow flow)
    {
        var side = (Side)_all.Long(1);
        var codec = _numbers.CodecOf(flow.Entity(side.Other()).Number);
        var body = _all.Bytes(5);
        var values = codec.ReadValues(body);
        var stamps = codec.ReadStamps(_all.Bytes(6), MirrorCodec.SlotsOf(body), default);
        return new Intent(flow, side, _all.Long(2), _all.Long(0), _all.Text(3), _all.IsNull(4) ? null : _all.Text(4), values, stamps) { Known = _all.Long(7) };
    }
}

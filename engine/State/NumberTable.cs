using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>
/// What has a number in the state: entities, flows, and the slots of properties; with how many records an entity has and how many
/// links a flow, and how many of them are gone or have ended.
/// </summary>
internal sealed class NumberTable : IDisposable
{
    private readonly Dictionary<string, int> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _names = [];
    private readonly Dictionary<int, MirrorCodec> _codecs = [];
    private readonly Dictionary<int, int> _slots = [];
    private readonly Dictionary<int, MappedEntity> _mapped = [];
    private readonly Dictionary<int, long> _records = [];
    private readonly Dictionary<int, long> _gone = [];
    private readonly Dictionary<int, long> _links = [];
    private readonly Dictionary<int, long> _ended = [];
    private readonly Dictionary<int, long> _indexed = [];
    private readonly HashSet<int> _changedRecords = [];
    private readonly HashSet<int> _changedLinks = [];
    private readonly SqliteDatabase _database;
    private readonly Statement _saveRecords;
    private readonly Statement _saveLinks;

    public NumberTable(SqliteDatabase database, MappedSet set)
    {
        _database = database;
        _saveRecords = database.Prepare("UPDATE entity SET records = ?, gone = ? WHERE number = ?");
        _saveLinks = database.Prepare("UPDATE flow SET links = ?, ended = ? WHERE number = ?");
        LoadEntities();
        foreach (var entity in set.Entities)
        {
            Register(entity);
        }

        foreach (var flow in set.AllFlows)
        {
            Register(flow);
        }
    }

    /// <summary>The number of an entity that is known.</summary>
    public int NumberOf(string entity) => _entities.TryGetValue(entity, out var number) ? number : AddEntity(entity);

    /// <summary>The name of an entity.</summary>
    public string NameOf(int entity) => _names.TryGetValue(entity, out var name) ? name : throw new DamagedBytesException($"entity {entity} is not known");

    /// <summary>The entity of the set that has the number, if it is one of the set.</summary>
    public MappedEntity? EntityOf(int number) => _mapped.GetValueOrDefault(number);

    /// <summary>The binary form of an entity's records.</summary>
    public MirrorCodec CodecOf(int entity) => _codecs.TryGetValue(entity, out var codec) ? codec : throw new DamagedBytesException($"entity {entity} is not known");

    /// <summary>How many slots an entity has.</summary>
    public int SlotsOf(int entity) => _slots[entity];

    /// <summary>How many records of an entity are known, those that are gone included.</summary>
    public long RecordsOf(MappedEntity entity) => _records[entity.Number];

    /// <summary>How many known records of an entity are there.</summary>
    public long PresentOf(MappedEntity entity) => _records[entity.Number] - _gone[entity.Number];

    /// <summary>Whether any known record of an entity is gone.</summary>
    public bool HasGone(MappedEntity entity) => _gone[entity.Number] > 0;

    /// <summary>How many links a flow has, those that have ended included.</summary>
    public long LinksOf(MappedFlow flow) => _links[flow.Number];

    /// <summary>How many links of a flow hold.</summary>
    public long HeldLinksOf(MappedFlow flow) => _links[flow.Number] - _ended[flow.Number];

    /// <summary>How many records of a side of a flow have no link in it, not even one that has ended.</summary>
    public long FreeOf(MappedFlow flow, Side side) => RecordsOf(flow.Entity(side)) - LinksOf(flow);

    /// <summary>Counts a record more.</summary>
    public void CountRecord(int entity)
    {
        _records[entity]++;
        _changedRecords.Add(entity);
    }

    /// <summary>Counts a link more.</summary>
    public void CountLink(int flow)
    {
        _links[flow]++;
        _changedLinks.Add(flow);
    }

    /// <summary>Counts records of an entity that are gone.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="more">How many more.</param>
    public void CountGone(int entity, int more)
    {
        _gone[entity] += more;
        _changedRecords.Add(entity);
    }

    /// <summary>Counts links of a flow that have ended.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="more">How many more.</param>
    public void CountEnded(int flow, int more)
    {
        _ended[flow] += more;
        _changedLinks.Add(flow);
    }

    /// <summary>Counts a link less. The flow may be one that is no longer in the set.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="state">The state that the link was in.</param>
    public void UncountLink(int flow, LinkState state)
    {
        var ended = state == LinkState.Held ? 0 : 1;
        if (_links.TryGetValue(flow, out var links))
        {
            _links[flow] = links - 1;
            CountEnded(flow, -ended);
            return;
        }

        using var save = _database.Prepare("UPDATE flow SET links = links - 1, ended = ended - ? WHERE number = ?");
        save.Bind(1, ended).Bind(2, flow).Run();
    }

    /// <summary>The numbers of all flows that ever ran.</summary>
    public List<int> AllFlows()
    {
        var numbers = new List<int>();
        using var all = _database.Prepare("SELECT number FROM flow ORDER BY number");
        while (all.Step())
        {
            numbers.Add((int)all.Long(0));
        }

        return numbers;
    }

    /// <summary>Stores the counts that changed, within the transaction that changed them.</summary>
    public void SaveCounts()
    {
        foreach (var entity in _changedRecords)
        {
            _saveRecords.Bind(1, _records[entity]).Bind(2, _gone[entity]).Bind(3, entity).Run();
        }

        foreach (var flow in _changedLinks)
        {
            _saveLinks.Bind(1, _links[flow]).Bind(2, _ended[flow]).Bind(3, flow).Run();
        }

        _changedRecords.Clear();
        _changedLinks.Clear();
    }

    /// <summary>The fingerprint of the version of a flow that last ran to its end; 0 if none did.</summary>
    public long FingerprintOf(MappedFlow flow) => Number("SELECT fingerprint FROM flow WHERE number = ?", flow.Number);

    /// <summary>Remembers the version of a flow that ran to its end.</summary>
    public void SaveFingerprint(MappedFlow flow, long fingerprint)
    {
        using var save = _database.Prepare("UPDATE flow SET fingerprint = ?, file = ? WHERE number = ?");
        save.Bind(1, fingerprint).Bind(2, flow.Flow.Place.File).Bind(3, flow.Number).Run();
    }

    /// <summary>Whether a flow was ever let run over both its sides (clause G3).</summary>
    public bool WasAdmitted(MappedFlow flow) => Number("SELECT admitted FROM flow WHERE number = ?", flow.Number) != 0;

    /// <summary>Remembers that a flow was let run: what both sides hold from now on may be its own work.</summary>
    public void Admit(MappedFlow flow)
    {
        using var save = _database.Prepare("UPDATE flow SET admitted = 1 WHERE number = ?");
        save.Bind(1, flow.Number).Run();
    }

    /// <summary>Whether the candidates of a side of a flow are all listed.</summary>
    public bool IsIndexed(MappedFlow flow, Side side) => (_indexed[flow.Number] & Bit(side)) != 0;

    /// <summary>Remembers that the candidates of a side of a flow are all listed.</summary>
    public void SetIndexed(MappedFlow flow, Side side)
    {
        SaveIndexed(flow, _indexed[flow.Number] | Bit(side));
    }

    /// <summary>Forgets that the candidates of a flow are listed.</summary>
    public void ClearIndexed(MappedFlow flow) => SaveIndexed(flow, 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        _saveRecords.Dispose();
        _saveLinks.Dispose();
    }

    private void SaveIndexed(MappedFlow flow, long indexed)
    {
        using var save = _database.Prepare("UPDATE flow SET indexed = ? WHERE number = ?");
        save.Bind(1, indexed).Bind(2, flow.Number).Run();
        _indexed[flow.Number] = indexed;
    }

    private static long Bit(Side side) => side == Side.Source ? 1 : 2;

    private void LoadEntities()
    {
        using var all = _database.Prepare("SELECT number, name, records, gone FROM entity");
        while (all.Step())
        {
            var number = (int)all.Long(0);
            _entities[all.Text(1)] = number;
            _names[number] = all.Text(1);
            _records[number] = all.Long(2);
            _gone[number] = all.Long(3);
        }
    }

    private int AddEntity(string name)
    {
        using var add = _database.Prepare("INSERT INTO entity (name) VALUES (?)");
        add.Bind(1, name).Run();
        var number = (int)_database.LastInsertRowId;
        _entities[name] = number;
        _names[number] = name;
        _records[number] = _gone[number] = 0;
        return number;
    }

    private void Register(MappedEntity entity)
    {
        entity.Number = NumberOf(entity.Name);
        var slots = NumbersByName("SELECT path, slot FROM slot WHERE entity = ?", entity.Number);
        var places = entity.Shape.Properties
            .Select(p => NumberIn(slots, "INSERT INTO slot (entity, slot, path) VALUES (?, ?, ?)", entity.Number, MappedEntity.SlotName(p)))
            .ToArray();
        RegisterSensitive(entity, places);
        _mapped[entity.Number] = entity;
        entity.Slots = places;
        _slots[entity.Number] = slots.Count;
        _codecs[entity.Number] = new MirrorCodec(places, slots.Count, NumberOf, NameOf);
    }

    private void Register(MappedFlow flow)
    {
        using var add = _database.Prepare("INSERT INTO flow (name) VALUES (?) ON CONFLICT (name) DO NOTHING");
        add.Bind(1, flow.Name).Run();
        using var find = _database.Prepare("SELECT number, links, indexed, ended FROM flow WHERE name = ?");
        find.Bind(1, flow.Name).Step();
        flow.Number = (int)find.Long(0);
        _links[flow.Number] = find.Long(1);
        _indexed[flow.Number] = find.Long(2);
        _ended[flow.Number] = find.Long(3);
        find.Reset();
        var numbers = NumbersByName("SELECT name, number FROM flow_row WHERE flow = ?", flow.Number);
        foreach (var row in flow.Rows)
        {
            row.Number = NumberIn(numbers, "INSERT INTO flow_row (flow, number, name) VALUES (?, ?, ?)", flow.Number, row.Name);
        }

        flow.RowCount = numbers.Count;
        RegisterRules(flow);
    }

    // What may not be shown is known to whoever reads the state without the flows (H3).
    private void RegisterSensitive(MappedEntity entity, int[] places)
    {
        var known = NumbersByName("SELECT path, sensitive FROM slot WHERE entity = ?", entity.Number);
        for (var i = 0; i < places.Length; i++)
        {
            if (known[MappedEntity.SlotName(entity.Shape.Properties[i])] != (entity.Sensitive[i] ? 1 : 0))
            {
                using var save = _database.Prepare("UPDATE slot SET sensitive = ? WHERE entity = ? AND slot = ?");
                save.Bind(1, entity.Sensitive[i] ? 1 : 0).Bind(2, entity.Number).Bind(3, places[i]).Run();
            }
        }
    }

    private void RegisterRules(MappedFlow flow)
    {
        using var save = _database.Prepare("UPDATE flow SET rules = ?1 WHERE number = ?2 AND rules <> ?1");
        save.Bind(1, RuleText.Of(flow.Flow.Match)).Bind(2, flow.Number).Run();
    }

    private Dictionary<string, int> NumbersByName(string sql, int owner)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        using var all = _database.Prepare(sql);
        all.Bind(1, owner);
        while (all.Step())
        {
            numbers[all.Text(0)] = (int)all.Long(1);
        }

        return numbers;
    }

    private int NumberIn(Dictionary<string, int> numbers, string insert, int owner, string name)
    {
        if (!numbers.TryGetValue(name, out var number))
        {
            number = numbers[name] = numbers.Count;
            using var add = _database.Prepare(insert);
            add.Bind(1, owner).Bind(2, number).Bind(3, name).Run();
        }

        return number;
    }

    private long Number(string sql, long parameter)
    {
        using var query = _database.Prepare(sql);
        query.Bind(1, parameter).Step();
        var number = query.Long(0);
        query.Reset();
        return number;
    }
}

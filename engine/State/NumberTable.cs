using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>
/// What has a number in the state: entities, flows, and the slots of properties; with what is remembered of the flows.
/// </summary>
internal sealed class NumberTable
{
    private readonly Dictionary<string, int> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _names = [];
    private readonly Dictionary<int, MirrorCodec> _codecs = [];
    private readonly Dictionary<int, int> _slots = [];
    private readonly Dictionary<int, MappedEntity> _mapped = [];
    private readonly Dictionary<int, long> _indexed = [];
    private readonly SqliteDatabase _database;

    public NumberTable(SqliteDatabase database, MappedSet set)
    {
        _database = database;
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

    private void SaveIndexed(MappedFlow flow, long indexed)
    {
        using var save = _database.Prepare("UPDATE flow SET indexed = ? WHERE number = ?");
        save.Bind(1, indexed).Bind(2, flow.Number).Run();
        _indexed[flow.Number] = indexed;
    }

    private static long Bit(Side side) => side == Side.Source ? 1 : 2;

    private void LoadEntities()
    {
        using var all = _database.Prepare("SELECT number, name FROM entity");
        while (all.Step())
        {
            var number = (int)all.Long(0);
            _entities[all.Text(1)] = number;
            _names[number] = all.Text(1);
        }
    }

    private int AddEntity(string name)
    {
        using var add = _database.Prepare("INSERT INTO entity (name) VALUES (?)");
        add.Bind(1, name).Run();
        var number = (int)_database.LastInsertRowId;
        _entities[name] = number;
        _names[number] = name;
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
        using var find = _database.Prepare("SELECT number, indexed FROM flow WHERE name = ?");
        find.Bind(1, flow.Name).Step();
        flow.Number = (int)find.Long(0);
        _indexed[flow.Number] = find.Long(1);
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

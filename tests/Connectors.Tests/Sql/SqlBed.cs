using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sqlite;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Connectors.Tests.Sql;

/// <summary>A database made by SQL, an entity over its table <c>customer</c>, and the adapter between.</summary>
internal sealed class SqlBed : IAsyncDisposable
{
    public const string File = "erp.db";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _settings = new() { ["connection"] = $"Data Source={File}" };
    private IConnectedSystem? _system;
    private SqliteDatabase? _database;
    private Shape? _shape;

    public SqlBed(string sql, params IReadOnlyList<PropertyDescription> properties)
    {
        Entity = new EntityDescription("Customer", new KeyDescription(properties[0].Path, KeyGiver.Client), [.. properties]) { Table = "customer" };
        Execute("PRAGMA synchronous = OFF");
        Execute(sql);
    }

    public EntityDescription Entity { get; set; }

    public FakeClock Clock { get; } = new();

    public string this[string file] => _folder[file];

    public Shape Shape => _shape ??= new Shape(Entity.Properties);

    /// <summary>The other program that uses the database.</summary>
    public SqliteDatabase Database => _database ??= SqliteDatabase.Open(_folder[File], SqliteAccess.Create, TimeSpan.Zero);

    private IConnectedSystem System => _system ??= new SqlConnector().Connect(
        new SystemDefinition("erp", _settings.ToImmutableDictionary(), [Entity], _folder.Path, Clock));

    public SqlBed With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    public SqlBed With(Func<EntityDescription, EntityDescription> change)
    {
        Entity = change(Entity);
        return this;
    }

    public void Execute(string sql) => Database.Execute(sql);

    public string? Scalar(string sql)
    {
        using var query = Database.Prepare(sql);
        return query.Step() && !query.IsNull(0) ? query.Text(0) : null;
    }

    public void CloseOther()
    {
        _database?.Dispose();
        _database = null;
    }

    public async Task<RecordBatch> ReadAsync(int batchSize = 1000) =>
        Together(await ListAsync(((ICompleteReader)System).ReadCompleteAsync(new ReadRequest(Entity, Shape, batchSize), CancellationToken.None)));

    public async Task<RecordBatch> ReadSinceAsync(string cursor) =>
        Together(await ListAsync(((IChangeReader)System).ReadSinceAsync(new ReadRequest(Entity, Shape), cursor, CancellationToken.None)));

    public Task<RecordBatch> LookUpAsync(params string[] keys) =>
        ((IKeyLookup)System).LookUpAsync(new ReadRequest(Entity, Shape), keys, CancellationToken.None);

    public Task<RecordBatch> FindAsync(string property, Value value) =>
        ((IValueLookup)System).FindAsync(new ReadRequest(Entity, Shape), [property], [value], CancellationToken.None);

    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(params WriteRequest[] requests) =>
        ((IWriter)System).WriteAsync(new WriteBatch(Entity, Shape, requests), CancellationToken.None);

    public CreateRequest Create(string? key, params (string Property, Value Value)[] values) =>
        new(key, [.. values.Select(v => new PropertyValue(Shape.IndexOf(v.Property), v.Value))], "once");

    public UpdateRequest Update(string key, params (string Property, Value Expected, Value Value)[] changes) =>
        new(key, [.. changes.Select(c => new PropertyChange(Shape.IndexOf(c.Property), c.Expected, c.Value))]);

    public Value Of(Record record, string property) => record.Values[Shape.IndexOf(property)];

    public async ValueTask DisposeAsync()
    {
        if (_system is not null)
        {
            await _system.DisposeAsync();
        }

        CloseOther();
        _folder.Dispose();
    }

    private static RecordBatch Together(List<RecordBatch> batches) => new([.. batches.SelectMany(batch => batch.Records)])
    {
        Faults = [.. batches.SelectMany(batch => batch.Faults)],
        Cursor = batches[^1].Cursor,
    };

    private static async Task<List<RecordBatch>> ListAsync(IAsyncEnumerable<RecordBatch> batches)
    {
        var list = new List<RecordBatch>();
        await foreach (var batch in batches)
        {
            list.Add(batch);
        }

        return list;
    }
}

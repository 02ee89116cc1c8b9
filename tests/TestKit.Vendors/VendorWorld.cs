using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Keeping;
using SesamTalk.Connectors.Rest.Limits;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit.Time;

namespace SesamTalk.TestKit.Vendors;

/// <summary>A stand-in of a vendor, and the system that a shipped definition makes of it, over the real network of this machine.</summary>
internal sealed class VendorWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    /// <summary>A world; of settings that are given twice the later holds.</summary>
    public VendorWorld(StandIn standIn, FakeClock clock, TemporaryFolder folder, string definition, params (string Name, string Value)[] settings)
    {
        (StandIn, Clock, _folder) = (standIn, clock, folder);
        var read = DefinedSystem.Read(Text(definition), Text(ShippedDefinitions.EntitiesOf(definition)), [.. settings.Reverse().DistinctBy(setting => setting.Name)]);
        read.Faults.Should().BeEmpty();
        Definition = (RestDefinition)read.Definition!;
        Entities = read.Entities;
        Transport = new RestTransport(
            Definition.Transport with { System = standIn.System }, new TransportServices(clock, new KeptFolder(folder["kept"], clock), new RateLimits()) { Network = Log, Randomness = () => 0.5 });
        System = new RestSystem(standIn.System, Definition, Transport, clock);
    }

    public StandIn StandIn { get; }

    public FakeClock Clock { get; }

    public CallLog Log { get; } = new();

    public RestDefinition Definition { get; }

    public IReadOnlyList<EntityDescription> Entities { get; }

    public RestTransport Transport { get; }

    public RestSystem System { get; }

    public static string AddressOf(StandIn standIn) => standIn.Address.ToString().TrimEnd('/');

    public EntityDescription Entity(string name) => Entities.Single(entity => entity.Name == name);

    public Capabilities Capabilities(string entity) => System.CapabilitiesOf(Entity(entity));

    /// <summary>What is wanted of an entity: the properties named, or all but the key.</summary>
    public ReadRequest Request(string entity, params string[] paths)
    {
        var description = Entity(entity);
        return new ReadRequest(description, new Shape([.. paths.Length > 0 ? paths.Select(path => description.Property(path)!) : description.Properties.Where(p => p.Path != description.Key.Property)]));
    }

    public async Task<(List<Record> Records, string? Cursor)> CompleteAsync(ReadRequest request) => Of(await ListAsync(System.ReadCompleteAsync(request, CancellationToken.None)));

    public async Task<(List<Record> Records, string? Cursor)> SinceAsync(ReadRequest request, string? cursor) =>
        Of(await ListAsync(System.ReadSinceAsync(request, cursor!, CancellationToken.None)));

    public Task<RecordBatch> LookUpAsync(ReadRequest request, params string[] keys) => System.LookUpAsync(request, keys, CancellationToken.None);

    public async Task<Record> OneAsync(ReadRequest request, string key) => (await LookUpAsync(request, key)).Records.Single();

    public Task<WriteOutcome> CreateAsync(string entity, params (string Path, Value Value)[] values) => CreateAsync(entity, null, values);

    public Task<WriteOutcome> CreateAsync(string entity, string? key, params (string Path, Value Value)[] values)
    {
        var request = Request(entity, [.. values.Select(value => value.Path)]);
        return WriteAsync(request, new CreateRequest(key, [.. values.Select((value, place) => new PropertyValue(place, value.Value))], "once"));
    }

    public Task<WriteOutcome> UpdateAsync(string entity, string key, params (string Path, Value Expected, Value Value)[] changes)
    {
        var request = Request(entity, [.. changes.Select(change => change.Path)]);
        return WriteAsync(request, new UpdateRequest(key, [.. changes.Select((change, place) => new PropertyChange(place, change.Expected, change.Value))]));
    }

    public Task<WriteOutcome> DeleteAsync(string entity, string key) => WriteAsync(Request(entity), new DeleteRequest(key, []));

    public async Task<List<string>> KeysAsync(string entity)
    {
        var keys = new List<string>();
        await foreach (var batch in System.ReadKeysAsync(Request(entity), CancellationToken.None))
            keys.AddRange(batch);
        return keys;
    }

    /// <summary>The calls that something takes.</summary>
    public async Task<List<CallLog.Call>> CallsOfAsync(Func<Task> act)
    {
        var before = Log.Calls.Count;
        await act();
        return [.. Log.Calls.Skip(before)];
    }

    public string Look(string sql) => StandIn.Look(sql)[0][0]!;

    public long Number(string sql) => long.Parse(Look(sql), CultureInfo.InvariantCulture);

    public int Count(string sql) => (int)Number(sql);

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        Log.Dispose();
        await StandIn.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<WriteOutcome> WriteAsync(ReadRequest request, WriteRequest write) =>
        (await System.WriteAsync(new WriteBatch(request.Entity, request.Shape, [write]), CancellationToken.None)).Single();

    private static (List<Record> Records, string? Cursor) Of(List<RecordBatch> batches) => ([.. batches.SelectMany(batch => batch.Records)], batches[^1].Cursor);

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    private static async Task<List<RecordBatch>> ListAsync(IAsyncEnumerable<RecordBatch> batches)
    {
        var list = new List<RecordBatch>();
        await foreach (var batch in batches)
            list.Add(batch);
        list.SelectMany(batch => batch.Faults).Should().BeEmpty();
        return list;
    }
}

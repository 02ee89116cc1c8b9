using System.Security.Cryptography;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Keeping;
using SesamTalk.Connectors.Rest.Limits;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.TestKit.Vendors;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Sandbox.ExactOnline;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>Exact Online by its definition over the real transport, against a stand-in on loopback; both go by one clock.</summary>
internal sealed class ExactBed : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly DefinedSystem _defined;
    private RestTransport? _transport;
    private RestSystem? _system;

    private ExactBed(TemporaryFolder folder, FakeClock clock, ExactOnlineStandIn exact, DefinedSystem defined)
    {
        (_folder, Clock, Exact, _defined) = (folder, clock, exact, defined);
        _defined.Faults.Should().BeEmpty();
    }

    public FakeClock Clock { get; }

    public ExactOnlineStandIn Exact { get; }

    public ExactCalls Calls { get; } = new();

    public IReadOnlyList<EntityDescription> Entities => _defined.Entities;

    public RestTransport Transport => _transport ??= Make();

    public RestSystem System => _system ??= new RestSystem("exact-online", (RestDefinition)_defined.Definition!, Transport, Clock);

    private RestDefinition Definition => (RestDefinition)_defined.Definition!;

    public static async Task<ExactBed> StartAsync(
        Func<ExactSettings, ExactSettings>? choose = null, bool consents = true, bool isEmpty = false, string? text = null, string? entities = null, FakeClock? clock = null)
    {
        var folder = new TemporaryFolder();
        clock ??= new FakeClock(new DateTimeOffset(2026, 6, 1, 8, 0, 30, TimeSpan.Zero));
        var settings = new ExactSettings(new StandInSettings(folder.Path, clock));
        var exact = await ExactOnlineStandIn.StartAsync(choose?.Invoke(settings) ?? settings);
        var bed = new ExactBed(folder, clock, exact, ExactDefinition.For(exact, text, entities));
        if (isEmpty)
        {
            bed.Exact.Edit("DELETE FROM SalesOrderLines; DELETE FROM SalesOrders; DELETE FROM QuotationLines; DELETE FROM Quotations; DELETE FROM Contacts; DELETE FROM Addresses; DELETE FROM Accounts; DELETE FROM Deleted");
        }

        if (consents)
        {
            await bed.ConsentAsync();
        }

        return bed;
    }

    /// <summary>What <c>sesamtalk connect</c> does; the stand-in grants at once.</summary>
    public async Task ConsentAsync()
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var walk = Transport.Consent(RandomNumberGenerator.Create())!;
        var request = walk.BeginAtRedirectAddress();
        using var granted = await browser.GetAsync(request.Address);
        await walk.CompleteAsync(request, granted.Headers.Location!, CancellationToken.None);
        Calls.Clear();
    }

    /// <summary>Ends the connection; the next use makes a new one, as the next run does.</summary>
    public async Task ReconnectAsync()
    {
        if (_system is not null)
        {
            await _system.DisposeAsync();
        }

        _transport?.Dispose();
        (_system, _transport) = (null, null);
        Calls.Clear();
    }

    public EntityDescription Entity(string name) => _defined.Entities.Single(entity => entity.Name == name);

    /// <summary>A request for some properties of an entity; for all that its feed shows where none is named.</summary>
    public ReadRequest Request(string entity, params string[] properties) =>
        new(Entity(entity), new Shape([.. properties.Select(path => Entity(entity).Property(path)!)]));

    public Task<List<RecordBatch>> CompleteAsync(ReadRequest request) => ListAsync(System.ReadCompleteAsync(request, CancellationToken.None));

    public Task<List<RecordBatch>> SinceAsync(ReadRequest request, string cursor) => ListAsync(System.ReadSinceAsync(request, cursor, CancellationToken.None));

    public async Task<string> CursorAsync(ReadRequest request) => (await CompleteAsync(request))[^1].Cursor!;

    public async Task<Record?> FindAsync(ReadRequest request, string key) =>
        (await System.LookUpAsync(request, [key], CancellationToken.None)).Records.SingleOrDefault();

    public async Task<WriteOutcome> WriteAsync(ReadRequest request, WriteRequest write) =>
        (await System.WriteAsync(new WriteBatch(request.Entity, request.Shape, [write]), CancellationToken.None)).Single();

    public async Task<string> CreateAsync(ReadRequest request, params (string Property, Value Value)[] values) =>
        (await WriteAsync(request, New(request, values))).Should().BeOfType<Written>().Which.Key;

    public static CreateRequest New(ReadRequest request, params (string Property, Value Value)[] values) =>
        new(null, [.. values.Select(it => new PropertyValue(request.Shape.IndexOf(it.Property), it.Value))], "once");

    public static UpdateRequest Change(ReadRequest request, string key, params (string Property, Value Expected, Value Value)[] changes) =>
        new(key, [.. changes.Select(it => new PropertyChange(request.Shape.IndexOf(it.Property), it.Expected, it.Value))]);

    /// <summary>The file in which the tokens are kept.</summary>
    public string TokenFile => Directory.GetFiles(_folder["kept"], "token-*.json").Single();

    public string? Cell(string sql) => Exact.Look(sql) is [[var cell, ..], ..] ? cell : null;

    /// <summary>More accounts than the sample has, made by hand.</summary>
    public void AddAccounts(int count) => Exact.Edit($"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
        INSERT INTO Accounts (ID, Code, Name) SELECT printf('00000000-0000-4000-9000-%012x', i), printf('%18s', 700000 + i), 'Extra ' || i FROM n
        """);

    public static string Extra(int number) => $"00000000-0000-4000-9000-{number:x12}";

    public async ValueTask DisposeAsync()
    {
        await ReconnectAsync();
        await Exact.DisposeAsync();
        Calls.Dispose();
        _folder.Dispose();
    }

    private RestTransport Make() => new(
        Definition.Transport with { System = "exact-online" },
        new TransportServices(Clock, new KeptFolder(_folder["kept"], Clock), new RateLimits()) { Network = Calls, Randomness = () => 0.5 });

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

using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit.Vendors;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Connectors.Tests.Rest;

/// <summary>A system by a definition, over a scripted transport.</summary>
internal sealed class RestBed
{
    private const string Entities = """
        version: 1
        entities:
          Thing:
            key: { property: id, given_by: system }
            natural_keys: [[code]]
            modified: modified
            properties:
              id: { type: string, access: never }
              name: { type: string }
              code: { type: string }
              count: { type: integer }
              price: { type: decimal }
              active: { type: boolean }
              day: { type: date }
              at: { type: datetime }
              address.city: { type: string }
              address.zip: { type: string }
              tags: { type: list }
              owner: { type: string }
              lines:
                type: list
                elements:
                  key: lineId
                  properties:
                    lineId: { type: string, access: never }
                    text: { type: string }
                    amount: { type: decimal }
              modified: { type: datetime, access: never }
        """;

    public RestBed(string entity, Func<RestRequest, RestResponse> answer, string top = "")
    {
        var read = DefinedSystem.Read(
            $"""
            version: 1
            base: https://api.example.com/v2
            {top}
            entities:
              Thing:
            {string.Join('\n', entity.Split('\n').Select(line => "    " + line))}
            """,
            Entities);
        read.Faults.Should().BeEmpty();
        Entity = read.Entities.Single();
        Transport = new ScriptedTransport(answer);
        System = new RestSystem("shop", (RestDefinition)read.Definition!, Transport, Clock);
        Shape = new Shape([.. Entity.Properties.Where(p => p.Path != "id")]);
    }

    public FakeClock Clock { get; } = new();

    public EntityDescription Entity { get; }

    public Shape Shape { get; set; }

    public ScriptedTransport Transport { get; }

    public RestSystem System { get; }

    public Capabilities Capabilities => System.CapabilitiesOf(Entity);

    public ReadRequest Request => new(Entity, Shape);

    public Shape Only(params string[] properties) => new([.. properties.Select(path => Entity.Property(path)!)]);

    public Task<List<RecordBatch>> CompleteAsync() => ListAsync(System.ReadCompleteAsync(Request, CancellationToken.None));

    public Task<List<RecordBatch>> SinceAsync(string cursor) => ListAsync(System.ReadSinceAsync(Request, cursor, CancellationToken.None));

    public async Task<IReadOnlyList<string>> KeysAsync() => [.. (await CompleteAsync()).SelectMany(batch => batch.Records).Select(record => record.Key)];

    public async Task<Record> OneAsync() => (await CompleteAsync()).Single().Records.Single();

    public Value Of(Record record, string property) => record.Values[Shape.IndexOf(property)];

    public async Task<WriteOutcome> WriteAsync(WriteRequest request) =>
        (await System.WriteAsync(new WriteBatch(Entity, Shape, [request]), CancellationToken.None)).Single();

    public CreateRequest Create(params (string Property, Value Value)[] values) =>
        new(null, [.. values.Select(v => new PropertyValue(Shape.IndexOf(v.Property), v.Value))], "once");

    public UpdateRequest Update(string key, params (string Property, Value Expected, Value Value)[] changes) =>
        new(key, [.. changes.Select(c => new PropertyChange(Shape.IndexOf(c.Property), c.Expected, c.Value))]);

    public DeleteRequest Delete(string key, params (string Property, Value Value)[] expected) =>
        new(key, [.. expected.Select(e => new PropertyValue(Shape.IndexOf(e.Property), e.Value))]);

    public static string ParameterOf(RestRequest request, string name) =>
        Uri.UnescapeDataString(request.Address.Query.TrimStart('?').Split('&').Select(p => p.Split('=', 2)).FirstOrDefault(p => p[0] == name)?[1] ?? string.Empty);

    /// <summary>A list of rows with the ids from a number on.</summary>
    public static string Rows(int from, int count) => "[" + string.Join(',', Enumerable.Range(from, count).Select(i => $$"""{"id":"k{{i}}","name":"n{{i}}"}""")) + "]";

    private static async Task<List<RecordBatch>> ListAsync(IAsyncEnumerable<RecordBatch> batches)
    {
        var list = new List<RecordBatch>();
        await foreach (var batch in batches)
            list.Add(batch);
        return list;
    }
}

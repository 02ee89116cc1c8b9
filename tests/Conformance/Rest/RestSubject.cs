using System.Net;
using System.Text.Json.Nodes;
using SesamTalk.Conformance.Suites;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Rest.Keeping;
using SesamTalk.Connectors.Rest.Limits;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Conformance.Rest;

/// <summary>A plain JSON service, reached by a definition over the real transport; only the network itself is left out.</summary>
public sealed class RestSubject : Subject
{
    private const string Definition = """
        version: 1
        base: https://things.example.com/api
        headers: { Accept: application/json }
        entities:
          Thing:
            path: things
            in_key_order: true
            read:
              rows: items
              parameters: { fields: "{fields}", since: "{cursor}" }
              paging: { kind: next_link, next: { at: next } }
            changes: { cursor: { property: version, kind: version } }
            deletes:
              path: deleted
              parameters: { since: "{cursor}" }
              key: id
              cursor: { property: version, kind: version, start: 0 }
            key_lookup: { path: "{path}/{key}", parameters: { fields: "{fields}" } }
            value_lookup: { parameters: { filter: "{filter}" }, each: "{name}={value}", separator: "\n" }
            create: { verb: PUT, path: "{path}/{key}", idempotency_header: Idempotency-Key, record: . }
            update: { path: "{path}/{key}", condition_header: If-Match, record: . }
            delete: { path: "{path}/{key}", condition_header: If-Match }
          Numbered:
            path: numbered
            read: { rows: items }
            changes: false
            key_lookup: { path: "{path}/{key}" }
            create: { key: { header: Location } }
        """;

    private const string Entities = """
        version: 1
        entities:
          Thing:
            key: { property: id, given_by: client }
            natural_keys: [[code]]
            modified: modified
            properties:
              id: { type: string, access: never }
              code: { type: string, access: create }
              modified: { type: datetime, access: never }
          Numbered:
            key: { property: id, given_by: system }
            properties:
              id: { type: integer, access: never }
              name: { type: string }
        """;

    private static readonly Lazy<DefinedSystem> Defined = new(() => DefinedSystem.Read(Definition, Entities));

    private readonly TemporaryFolder _folder = new();
    private readonly ThingService _service;

    private readonly FaultyNetwork _network;

    public RestSubject()
    {
        _service = new ThingService(Clock);
        _network = new FaultyNetwork(_service);
    }

    public override int PageSize => ThingService.PageSize;

    public override void Add(string key, params IReadOnlyList<(string Property, Value Value)> values)
    {
        _service.Delete(key, log: false);
        _service.Put(key, values.Select(v => (v.Property, JsonOf(v.Value))));
    }

    public override void Edit(string key, string property, Value value) => _service.Put(key, [(property, JsonOf(value))]);

    public override void Delete(string key) => _service.Delete(key);

    // The service does not take this word.
    public override void RejectNote(string note) => note.Should().Be("poison");

    public override Trouble TroubleOf(TroubleKind kind) => kind switch
    {
        TroubleKind.Busy => Answering(HttpStatusCode.TooManyRequests, "Too many calls."),
        TroubleKind.Unavailable => Answering(HttpStatusCode.InternalServerError, "The disk is full."),
        TroubleKind.Refused => Answering(HttpStatusCode.Forbidden, "The right is missing."),
        TroubleKind.BreaksOff => new(string.Empty, () => _network.CutsAnswers = true, _network.Mend),
        TroubleKind.AnswerLostBeforeEffect => new(string.Empty, () => _network.LosesWrite = CutAt.Request, _network.Mend),
        _ => new(string.Empty, () => _network.LosesWrite = CutAt.Answer, _network.Mend),
    };

    protected override IConnectedSystem Connect(SystemDefinition system)
    {
        Defined.Value.Faults.Should().BeEmpty();
        var connector = new RestConnector((options, _) => new RestTransport(
            options, new TransportServices(Clock, new KeptFolder(_folder["kept"], Clock), new RateLimits()) { Network = _network }));
        return connector.Connect(system with { Definition = Defined.Value.Definition });
    }

    protected override void Clean()
    {
        _network.Dispose();
        _folder.Dispose();
    }

    private Trouble Answering(HttpStatusCode status, string words) => new(words, () => _network.Failure = (status, words), _network.Mend);

    private static JsonNode? JsonOf(Value value) => value.Kind switch
    {
        ValueKind.None => null,
        ValueKind.Integer => JsonValue.Create(value.AsInteger),
        ValueKind.Decimal => JsonValue.Create(value.AsDecimal),
        ValueKind.Boolean => JsonValue.Create(value.AsBoolean),
        ValueKind.List => new JsonArray([.. value.AsList.Select(part => PartOf(part.AsElement))]),
        _ => JsonValue.Create(value.ToString()),
    };

    private static JsonObject PartOf(IReadOnlyList<Value> part) =>
        new JsonObject { ["partId"] = JsonOf(part[0]), ["pos"] = JsonOf(part[1]), ["label"] = JsonOf(part[2]), ["amount"] = JsonOf(part[3]) };
}

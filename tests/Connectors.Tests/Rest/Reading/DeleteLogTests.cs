using System.Globalization;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;
using SesamTalk.TestKit.Vendors;
using static SesamTalk.Connectors.Tests.Rest.ScriptedTransport;

namespace SesamTalk.Connectors.Tests.Rest.Reading;

/// <summary>A log of deletes that is of several entities is read once for all of them, and each goes on from its own place (clause O5).</summary>
[Clause("O5")]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class DeleteLogTests
{
    private const string Definition = """
        version: 1
        base: https://api.example.com/v2
        defaults:
          read: { path: "{path}", parameters: { since: "{cursor}" } }
          changes: { cursor: { property: version, kind: version, start: 0 } }
          deletes: { path: deleted, parameters: { since: "{cursor}" }, key: about, cursor: { property: version, kind: version, start: 0 } }
        entities:
          Cats: { path: cats, deletes: { type: { at: kind, is: [cat] } } }
          Dogs: { path: dogs, deletes: { type: { at: kind, is: [dog] } } }
        """;

    private const string Entities = """
        version: 1
        entities:
          Cats: { key: { property: id, given_by: system }, properties: { id: { type: string, access: never } } }
          Dogs: { key: { property: id, given_by: system }, properties: { id: { type: string, access: never } } }
        """;

    private static readonly Lazy<DefinedSystem> Defined = new(() => DefinedSystem.Read(Definition, Entities));

    private readonly List<(int Version, string Row)> _log = [];

    [Test]
    public async Task It_is_read_once_for_all_entities_of_a_connection()
    {
        var (cats, dogs) = await CursorsAsync();
        Delete("cat", "tom", 7);
        Delete("dog", "rex", 8);
        var transport = Transport();
        await using var system = Connect(transport);

        (await SinceAsync(system, "Cats", cats)).Deleted.Should().Equal("tom");
        (await SinceAsync(system, "Dogs", dogs)).Deleted.Should().Equal("rex");

        transport.Asked.Where(asked => asked.Contains("deleted")).Should().ContainSingle();
    }

    [Test]
    public async Task Complete_reads_of_several_entities_read_it_once()
    {
        var transport = Transport();
        await using var system = Connect(transport);

        await CompleteAsync(system, "Cats");
        await CompleteAsync(system, "Dogs");

        transport.Asked.Where(asked => asked.Contains("deleted")).Should().Equal("GET /v2/deleted?since=0");
    }

    [Test]
    public async Task An_entity_that_is_further_than_what_was_read_is_told_what_is_new_to_it()
    {
        var (cats, dogs) = await CursorsAsync();
        Delete("dog", "rex", 7);
        await using (var first = Connect(Transport()))
        {
            dogs = (await SinceAsync(first, "Dogs", dogs)).Cursor!;
        }

        Delete("dog", "fido", 9);
        var transport = Transport();
        await using var system = Connect(transport);
        await SinceAsync(system, "Cats", cats);

        var told = (await SinceAsync(system, "Dogs", dogs)).Deleted;

        told.Should().Contain("fido");
        transport.Asked.Where(asked => asked.Contains("deleted")).Should().ContainSingle();
    }

    [Test]
    [Clause("T4")]
    public async Task An_entity_that_is_behind_after_a_kill_has_it_read_from_its_own_place()
    {
        var (cats, dogs) = await CursorsAsync();
        Delete("cat", "tom", 7);
        Delete("dog", "rex", 8);
        await using (var killed = Connect(Transport()))
        {
            cats = (await SinceAsync(killed, "Cats", cats)).Cursor!;
        }

        var transport = Transport();
        await using var system = Connect(transport);
        await SinceAsync(system, "Cats", cats);

        (await SinceAsync(system, "Dogs", dogs)).Deleted.Should().Equal("rex");

        transport.Asked.Where(asked => asked.Contains("deleted")).Should().Equal("GET /v2/deleted?since=8", "GET /v2/deleted?since=1");
    }

    [Test]
    public async Task An_entity_that_is_read_again_is_told_what_was_deleted_meanwhile()
    {
        var (cats, dogs) = await CursorsAsync();
        await using var system = Connect(Transport());
        cats = (await SinceAsync(system, "Cats", cats)).Cursor!;
        Delete("cat", "tom", 7);

        (await SinceAsync(system, "Cats", cats)).Deleted.Should().Equal("tom");
        (await SinceAsync(system, "Dogs", dogs)).Deleted.Should().BeEmpty();
    }

    [Test]
    public async Task What_was_deleted_after_it_was_read_is_told_to_the_next_run_of_every_entity()
    {
        var (cats, dogs) = await CursorsAsync();
        await using (var first = Connect(Transport()))
        {
            await SinceAsync(first, "Cats", cats);
            Delete("dog", "rex", 7);
            dogs = (await SinceAsync(first, "Dogs", dogs)).Cursor!;
        }

        await using var second = Connect(Transport());

        (await SinceAsync(second, "Dogs", dogs)).Deleted.Should().Equal("rex");
    }

    [Test]
    public async Task A_read_of_it_that_failed_is_not_kept()
    {
        var (_, dogs) = await CursorsAsync();
        Delete("dog", "rex", 7);
        var fails = true;
        await using var system = Connect(new ScriptedTransport(request => fails ? throw new SystemUnavailableException("away") : Answer(request)));
        var first = () => SinceAsync(system, "Dogs", dogs);
        await first.Should().ThrowAsync<SystemUnavailableException>();
        fails = false;

        (await SinceAsync(system, "Dogs", dogs)).Deleted.Should().Equal("rex");
    }

    private async Task<(string Cats, string Dogs)> CursorsAsync()
    {
        Delete("bird", "tweety", 1);
        await using var system = Connect(Transport());
        return (await CompleteAsync(system, "Cats"), await CompleteAsync(system, "Dogs"));
    }

    private void Delete(string kind, string key, int version) => _log.Add((version, $$"""{"kind":"{{kind}}","about":"{{key}}","version":{{version}}}"""));

    private ScriptedTransport Transport() => new(Answer);

    private RestResponse Answer(RestRequest request)
    {
        var since = int.Parse(RestBed.ParameterOf(request, "since"), CultureInfo.InvariantCulture);
        return Json(request.Address.AbsolutePath.EndsWith("deleted", StringComparison.Ordinal)
            ? $"[{string.Join(',', _log.Where(row => row.Version > since).Select(row => row.Row))}]"
            : "[]");
    }

    private static RestSystem Connect(ScriptedTransport transport)
    {
        Defined.Value.Faults.Should().BeEmpty();
        return new RestSystem("zoo", (RestDefinition)Defined.Value.Definition!, transport, new FakeClock());
    }

    private static ReadRequest Request(string entity) => new(Defined.Value.Entities.Single(e => e.Name == entity), new Shape([]));

    private static async Task<string> CompleteAsync(RestSystem system, string entity) =>
        (await LastAsync(system.ReadCompleteAsync(Request(entity), CancellationToken.None))).Cursor!;

    private static Task<RecordBatch> SinceAsync(RestSystem system, string entity, string cursor) =>
        LastAsync(system.ReadSinceAsync(Request(entity), cursor, CancellationToken.None));

    private static async Task<RecordBatch> LastAsync(IAsyncEnumerable<RecordBatch> batches)
    {
        RecordBatch? last = null;
        await foreach (var batch in batches)
        {
            last = batch;
        }

        return last!;
    }
}

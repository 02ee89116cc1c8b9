using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;
using static SesamTalk.Connectors.Tests.Rest.ScriptedTransport;

namespace SesamTalk.Connectors.Tests.Rest.Writing;

/// <summary>Requests that write, and what their answers mean (clauses W1 to W5, C3).</summary>
[Clause("W1")]
[Parallelizable(ParallelScope.All)]
internal sealed class WriteTests
{
    private const string Read = "read: { path: things }\nkey_lookup: { path: \"things/{key}\" }\n";
    private static readonly Value Anna = Value.Text("Anna");
    private static readonly Value Berta = Value.Text("Berta");

    [TestCase("update: { path: \"things/{key}\" }", "PATCH", "application/merge-patch+json", """{"name":"Berta","address":{"city":null}}""")]
    [TestCase("update: { verb: PUT, body: partial, path: \"things(guid'{key}')\" }", "PUT", "application/json", """{"name":"Berta","address":{"city":null}}""")]
    [TestCase("update: { body: partial, path: \"things/{key}\", wrap: data, constants: { by: sync, n: 3 } }", "PATCH", "application/json", """{"data":{"by":"sync","n":3,"name":"Berta","address":{"city":null}}}""")]
    [TestCase("update: { body: json_patch, path: \"things/{key}\" }", "PATCH", "application/json-patch+json", """[{"op":"replace","path":"/name","value":"Berta"},{"op":"replace","path":"/address/city","value":null}]""")]
    [TestCase("update: { body: json_patch, path: \"things/{key}\", remove_empty: true, set_operation: add, test: true, content_type: application/json }", "PATCH", "application/json", """[{"op":"test","path":"/name","value":"Anna"},{"op":"test","path":"/address/city","value":"Oslo"},{"op":"add","path":"/name","value":"Berta"},{"op":"remove","path":"/address/city"}]""")]
    public async Task A_change_is_sent_in_each_form(string definition, string verb, string type, string body)
    {
        var bed = new RestBed(Read + definition, _ => Json(string.Empty, 204));

        var outcome = await bed.WriteAsync(bed.Update("a'b c", ("name", Anna, Berta), ("address.city", Value.Text("Oslo"), Value.None)));

        outcome.Should().Be(new Written("a'b c", null));
        var request = bed.Transport.Seen.Single();
        (request.Method.Method, request.ContentType, request.Effect).Should().Be((verb, type, RequestEffect.Idempotent));
        Same(BodyOf(request), body);
        request.Address.AbsolutePath.Should().Contain("a%27b%20c");
    }

    [Test]
    public async Task A_record_that_is_replaced_whole_is_read_first_and_keeps_what_does_not_change()
    {
        var bed = new RestBed(Read + "update: { verb: PUT, body: whole, path: \"things/{key}\" }", request => request.Method == HttpMethod.Get
            ? Json("""{"id":"a","name":"Anna","count":7,"address":{"zip":"0150"},"modified":"2026-01-01T00:00:00Z"}""")
            : Json(string.Empty, 204));
        bed.Shape = bed.Only("name");

        (await bed.WriteAsync(bed.Update("a", ("name", Anna, Berta)))).Should().BeOfType<Written>();
        (await bed.WriteAsync(bed.Update("a", ("name", Berta, Anna)))).Should().BeOfType<Changed>();

        bed.Transport.Calls.Should().Be(3);
        Same(BodyOf(bed.Transport.Seen[1]), """{"name":"Berta","code":null,"count":7,"price":null,"active":null,"day":null,"at":null,"address":{"city":null,"zip":"0150"},"tags":null,"owner":null,"lines":[]}""");
    }

    [Test]
    [Clause("W2")]
    public async Task A_condition_carries_the_tag_of_the_record_that_was_expected()
    {
        var bed = new RestBed(Read + "update: { path: \"things/{key}\", condition_header: If-Match }\ndelete: { path: \"things/{key}\", condition_header: If-Match }", request =>
            request.Method == HttpMethod.Get ? Json("""{"id":"a","name":"Anna"}""", 200, ("ETag", "\"7\"")) : Failed(FailureKind.Changed, "newer", 412));

        var outcome = await bed.WriteAsync(bed.Update("a", ("name", Anna, Berta)));
        var other = await bed.WriteAsync(bed.Update("a", ("name", Berta, Anna)));

        bed.Capabilities.WritesConditionally.Should().BeTrue();
        outcome.Should().Be(new Changed(null));
        bed.Transport.Seen[1].Headers.Should().ContainSingle().Which.Should().Match<HeaderLine>(h => h.Name == "If-Match" && h.Value == "\"7\"");
        bed.Of(((Changed)other).Current!, "name").Should().Be(Anna);
    }

    [TestCase("create: { path: things, key: { at: d.ID } }", """{"d":{"ID":"new-1","name":null}}""", "new-1")]
    [TestCase("create: { path: things, key: { at: id } }", """{"id":12}""", "12")]
    [TestCase("create: { path: things, key: { header: Location } }", "", "n 1")]
    [TestCase("create: { path: things, record: . }", """{"id":"r","name":"Anna","count":1}""", "r")]
    public async Task The_key_of_a_created_record_is_found(string definition, string answer, string key)
    {
        var bed = new RestBed(Read + definition, _ => Json(answer, 201, ("Location", "https://api.example.com/v2/things(guid'n%201')?x=1")));

        var outcome = (Written)await bed.WriteAsync(bed.Create(("name", Anna), ("code", Value.None)));

        outcome.Key.Should().Be(key);
        (outcome.Stored is null).Should().Be(!definition.Contains("record"));
        bed.Capabilities.AnswersWithStoredState.Should().Be(definition.Contains("record"));
        var request = bed.Transport.Seen.Single();
        (request.Method.Method, request.Effect).Should().Be(("POST", RequestEffect.Create));
        Same(BodyOf(request), """{"name":"Anna"}""");
    }

    [Test]
    [Clause("C3")]
    public async Task A_create_whose_answer_does_not_tell_the_key_is_a_lost_answer()
    {
        var bed = new RestBed(Read + "create: { path: things, key: { at: id } }", _ => Json(string.Empty, 204));

        var write = () => bed.WriteAsync(bed.Create(("name", Anna)));

        await write.Should().ThrowAsync<AnswerLostException>();
    }

    [TestCase("create: { path: things, key: { at: id } }")]
    [TestCase("create: { path: things, record: . }")]
    [TestCase("batch: { path: things/batch, most: 2, key: id }")]
    [Clause("C3")]
    public async Task A_create_whose_answer_is_cut_short_is_a_lost_answer(string create)
    {
        var bed = new RestBed(Read + create, _ => Json("""{"id":"n","na""", 201));

        var write = () => bed.WriteAsync(bed.Create(("name", Anna)));

        await write.Should().ThrowAsync<AnswerLostException>();
    }

    [Test]
    [Clause("C3")]
    public async Task A_lost_answer_is_passed_on()
    {
        var bed = new RestBed(Read + "create: { path: things, key: { at: id } }", _ => throw new AnswerLostException("cut"));

        var write = () => bed.WriteAsync(bed.Create(("name", Anna)));

        await write.Should().ThrowAsync<AnswerLostException>();
        bed.Transport.Calls.Should().Be(1);
    }

    [Test]
    [Clause("C3")]
    public async Task An_idempotency_key_makes_a_create_safe_to_repeat()
    {
        var bed = new RestBed(Read + "create: { path: things, key: { at: id }, idempotency_header: Idempotency-Key }", _ => Json("""{"id":"a"}"""));

        await bed.WriteAsync(bed.Create(("name", Anna)));

        bed.Capabilities.KnowsIdempotencyKeys.Should().BeTrue();
        bed.Transport.Seen[0].Effect.Should().Be(RequestEffect.Idempotent);
        bed.Transport.Seen[0].Headers.Single().Value.Should().Be("once");
    }

    [TestCase(FailureKind.Rejected, "Rejected")]
    [TestCase(FailureKind.Missing, "Changed")]
    [TestCase(FailureKind.Changed, "Changed")]
    [Clause("W4")]
    public async Task What_the_system_says_of_a_record_is_its_outcome(FailureKind kind, string outcome)
    {
        var bed = new RestBed(Read + "update: { path: \"things/{key}\" }\ndelete: { path: \"things/{key}\" }", _ => Failed(kind, "its own words", 400));

        var updated = await bed.WriteAsync(bed.Update("a", ("name", Anna, Berta)));
        var deleted = await bed.WriteAsync(new DeleteRequest("a", []));

        updated.Should().Be(deleted);
        updated.GetType().Name.Should().Be(outcome);
        (updated as Rejected)?.Message.Should().Be("its own words");
    }

    [TestCase("..")]
    [TestCase(".")]
    [TestCase("")]
    public async Task A_key_that_would_lead_elsewhere_is_never_called(string key)
    {
        var bed = new RestBed(Read + "delete: { path: \"things/{key}\" }", _ => Json(string.Empty, 204));

        (await bed.WriteAsync(new DeleteRequest(key, []))).Should().Be(new Changed(null));
        (await bed.System.LookUpAsync(bed.Request, [key], CancellationToken.None)).Records.Should().BeEmpty();

        bed.Transport.Calls.Should().Be(0);
    }

    [Test]
    [Clause("W4")]
    public async Task What_the_definition_does_not_say_how_to_write_is_rejected()
    {
        var bed = new RestBed("read: { path: things }", _ => Json(string.Empty));

        (await bed.WriteAsync(bed.Create(("name", Anna)))).Should().BeOfType<Rejected>().Which.Message.Should().Contain("created");
        (await bed.WriteAsync(bed.Update("a", ("name", Anna, Berta)))).Should().BeOfType<Rejected>().Which.Message.Should().Contain("changed");
        (await bed.WriteAsync(new DeleteRequest("a", []))).Should().BeOfType<Rejected>().Which.Message.Should().Contain("deleted");
        bed.Transport.Calls.Should().Be(0);
    }

    [Test]
    public async Task A_record_below_another_is_created_changed_and_deleted_under_it()
    {
        const string Nested = """
            read: { path: persons, parameters: { Fields: "{fields}" } }
            key_lookup: { path: "persons/{parent}/{key}" }
            parent: owner
            create: { path: "persons/{parent}", key: { at: id } }
            update: { path: "persons/{parent}/{key}", body: json_patch }
            delete: { path: "persons/{parent}/{key}" }
            """;
        var bed = new RestBed(Nested, request => Json(request.Method == HttpMethod.Post ? """{"id":"new"}""" : request.Method == HttpMethod.Get ? """[{"id":"old","owner":"o2"}]""" : string.Empty));

        await bed.WriteAsync(bed.Create(("name", Anna), ("owner", Value.Text("o 1"))));
        await bed.WriteAsync(bed.Update("new", ("name", Anna, Berta)));
        await bed.WriteAsync(new DeleteRequest("old", []));
        (await bed.WriteAsync(new DeleteRequest("stranger", []))).Should().Be(new Changed(null));

        bed.Transport.Asked.Should().Equal("POST /v2/persons/o 1", "PATCH /v2/persons/o 1/new", "GET /v2/persons?Fields=id,owner", "DELETE /v2/persons/o2/old");
    }

    [Test]
    [Clause("W5")]
    public async Task A_batch_of_creates_tells_of_each_record()
    {
        var bed = new RestBed(
            Read + "batch: { path: things/batch, most: 2, wrap: records, rows: results, key: id, error: error.text }",
            request => Json(BodyOf(request).Contains("Dora") ? """{"results":[{"id":"d"}]}""" : """{"results":[{"id":"a"},{"error":{"text":"no Berta"}}]}"""));
        bed.Capabilities.WriteBatchSize.Should().Be(2);

        var outcomes = await bed.System.WriteAsync(
            new WriteBatch(bed.Entity, bed.Shape, [bed.Create(("name", Anna)), bed.Create(("name", Berta)), bed.Create(("name", Value.Text("Dora")))]), CancellationToken.None);

        outcomes.Should().Equal(new Written("a", null), new Rejected("no Berta"), new Written("d", null));
        Same(BodyOf(bed.Transport.Seen[0]), """{"records":[{"name":"Anna"},{"name":"Berta"}]}""");
    }

    [Test]
    [Clause("W5")]
    public async Task A_batch_that_is_not_accepted_is_told_as_such_and_a_short_answer_is_a_lost_one()
    {
        const string Batch = Read + "batch: { path: things/batch, most: 2, key: id }";
        var refused = new RestBed(Batch, _ => Failed(FailureKind.Rejected, "bad record", 400));
        var cut = new RestBed(Batch, _ => Json("""[{"id":"a"}]"""));

        var first = () => TwoAsync(refused);
        var second = () => TwoAsync(cut);

        (await first.Should().ThrowAsync<BatchFailedException>()).WithMessage("bad record");
        await second.Should().ThrowAsync<AnswerLostException>();
    }

    private static Task<IReadOnlyList<WriteOutcome>> TwoAsync(RestBed bed) =>
        bed.System.WriteAsync(new WriteBatch(bed.Entity, bed.Shape, [bed.Create(("name", Anna)), bed.Create(("name", Berta))]), CancellationToken.None);

    private static void Same(string actual, string expected) =>
        System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(actual), System.Text.Json.Nodes.JsonNode.Parse(expected))
            .Should().BeTrue($"'{actual}' should be '{expected}'");
}

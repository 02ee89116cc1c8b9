using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;
using static SesamTalk.Connectors.Tests.Rest.ScriptedTransport;

namespace SesamTalk.Connectors.Tests.Rest.Writing;

/// <summary>Lists of elements: within their records, and by requests of their own (clause R11).</summary>
[Clause("R11")]
[Parallelizable(ParallelScope.All)]
internal sealed class ChildTests
{
    private const string OneByOne = """
        read: { path: things }
        key_lookup: { path: "things/{key}" }
        delete: { path: "things/{key}" }
        create: { path: things, key: { at: id } }
        update: { path: "things/{key}" }
        children:
          lines:
            read: { path: "things/{parent}/lines" }
            create: { path: "things/{parent}/lines" }
            update: { path: "things/{parent}/lines/{key}", body: json_patch }
            delete: { path: "things/{parent}/lines/{key}" }
        """;

    [TestCase("""[{"lineId":"1","text":"bolt","amount":2}]""", "(1, bolt, 2)")]
    [TestCase("""{"results":[{"lineId":"1","text":"bolt","amount":2},{"lineId":"2"}]}""", "(1, bolt, 2)|(2, , )")]
    [TestCase("""{"__deferred":{"uri":"https://api.example.com/x"}}""", "")]
    [TestCase("[]", "")]
    [TestCase("null", "")]
    public async Task Elements_come_with_their_record(string json, string expected)
    {
        var rows = json.StartsWith('{') ? "results" : string.Empty;
        var bed = new RestBed(
            $"read: {{ path: things, parameters: {{ $expand: \"{{expand}}\" }} }}\nchildren: {{ lines: {{ rows: \"{rows}\" }} }}", _ => Json($$"""[{"id":"a","lines":{{json}},"name":"n"}]"""));

        var record = await bed.OneAsync();

        Shown(bed.Of(record, "lines")).Should().Be(expected);
        bed.Of(record, "name").Should().Be(Value.Text("n"));
        bed.Transport.Asked.Single().Should().EndWith("?$expand=lines");
    }

    [Test]
    public async Task Elements_are_asked_for_a_record_at_a_time()
    {
        var bed = new RestBed(OneByOne, request => Json(request.Address.AbsolutePath switch
        {
            "/v2/things" => """[{"id":"a"},{"id":"b"}]""",
            "/v2/things/a/lines" => """[{"lineId":1,"text":"bolt","amount":"2.5"}]""",
            _ => "[]",
        }));

        var records = (await bed.CompleteAsync()).Single().Records;

        records.Select(record => Shown(bed.Of(record, "lines"))).Should().Equal("(1, bolt, 2.5)", "");
        bed.Transport.Asked.Should().Equal("GET /v2/things", "GET /v2/things/a/lines", "GET /v2/things/b/lines");
    }

    [Test]
    public async Task Elements_are_asked_for_several_records_at_once()
    {
        var bed = new RestBed(
            """
            read: { path: things, rows: d }
            children:
              lines:
                parent: OrderID
                read:
                  path: lines
                  parameters: { $filter: "{keys}" }
                  several: { each: "OrderID eq guid'{key}'", separator: " or ", most: 2, rows: d }
            """,
            request => Json(request.Address.AbsolutePath == "/v2/things" ? """{"d":[{"id":"a"},{"id":"b"},{"id":"c"}]}"""
                : """{"d":[{"OrderID":"b","lineId":1,"text":"nut"},{"OrderID":"a","lineId":2},{"OrderID":"b","lineId":3}]}"""));

        var records = (await bed.CompleteAsync()).Single().Records;

        bed.Transport.Asked.Should().Equal("GET /v2/things", "GET /v2/lines?$filter=OrderID eq guid'a' or OrderID eq guid'b'", "GET /v2/lines?$filter=OrderID eq guid'c'");
        Shown(bed.Of(records[0], "lines")).Should().StartWith("(2,");
        Shown(bed.Of(records[1], "lines")).Should().StartWith("(1, nut, )|(3,");
    }

    [Test]
    public async Task A_list_is_written_whole_with_its_record()
    {
        var bed = new RestBed(
            "read: { path: things }\nupdate: { path: \"things/{key}\" }\ncreate: { path: things, key: { at: id } }\nchildren: { lines: { properties: { amount: { at: qty } } } }",
            _ => Json("""{"id":"a"}"""));

        await bed.WriteAsync(bed.Create(("lines", Lines((null, "bolt", 2)))));
        await bed.WriteAsync(bed.Update("a", ("lines", Value.None, Lines(("7", "nut", 3), (null, "pin", 1)))));

        BodyOf(bed.Transport.Seen[0]).Should().Be("""{"lines":[{"text":"bolt","qty":2}]}""");
        BodyOf(bed.Transport.Seen[1]).Should().Be("""{"lines":[{"lineId":"7","text":"nut","qty":3},{"text":"pin","qty":1}]}""");
    }

    [Test]
    public async Task A_changed_list_is_written_element_by_element()
    {
        var bed = new RestBed(OneByOne, _ => Json(string.Empty, 204));

        var outcome = await bed.WriteAsync(bed.Update("a", ("lines", Lines(("1", "bolt", 2), ("2", "nut", 3), ("3", "pin", 1)), Lines(("2", "nut", 5), ("3", "pin", 1), (null, "cap", 9)))));

        outcome.Should().Be(new Written("a", null));
        bed.Transport.Asked.Should().Equal("DELETE /v2/things/a/lines/1", "PATCH /v2/things/a/lines/2", "POST /v2/things/a/lines");
        BodyOf(bed.Transport.Seen[1]).Should().Be("""[{"op":"replace","path":"/amount","value":5}]""");
        BodyOf(bed.Transport.Seen[2]).Should().Be("""{"text":"cap","amount":9}""");
        bed.Transport.Seen[2].Effect.Should().Be(RequestEffect.Create);
    }

    // The second line to add is told to wait; whoever waits and sends all of it again adds the first line twice.
    [Test]
    [Clause("W4")]
    public async Task Who_is_told_to_wait_in_the_middle_of_a_record_is_told_that_some_of_it_is_done()
    {
        var bed = BusyAt(4);

        var writing = () => bed.WriteAsync(bed.Update(
            "a", ("name", Value.Text("x"), Value.Text("y")), ("lines", Lines(("1", "bolt", 2)), Lines(("1", "bolt", 3), (null, "nut", 1), (null, "cap", 1)))));

        (await writing.Should().ThrowAsync<SystemBusyException>()).Which.Should().BeEquivalentTo(new { IsPartlyDone = true, RetryAfter = TimeSpan.FromMinutes(3) });
        bed.Transport.Asked.Should().Equal("PATCH /v2/things/a", "PATCH /v2/things/a/lines/1", "POST /v2/things/a/lines", "POST /v2/things/a/lines");
    }

    [TestCase(1, false)]
    [TestCase(2, true)]
    [Clause("W4")]
    public async Task A_record_is_partly_done_as_soon_as_it_is_changed_itself(int busyAt, bool isPartlyDone)
    {
        var bed = BusyAt(busyAt);

        var writing = () => bed.WriteAsync(bed.Update("a", ("name", Value.Text("x"), Value.Text("y")), ("lines", Value.None, Lines((null, "nut", 1)))));

        (await writing.Should().ThrowAsync<SystemBusyException>()).Which.IsPartlyDone.Should().Be(isPartlyDone);
    }

    [Test]
    [Clause("W4")]
    public async Task An_answer_that_is_lost_in_the_middle_of_a_record_is_told_as_lost_and_nothing_more_is_sent()
    {
        var bed = new RestBed(OneByOne, request => request.Method == HttpMethod.Post ? throw new AnswerLostException("cut") : Json(string.Empty, 204));

        var writing = () => bed.WriteAsync(bed.Update("a", ("name", Value.Text("x"), Value.Text("y")), ("lines", Value.None, Lines((null, "nut", 1), (null, "cap", 1)))));

        await writing.Should().ThrowAsync<AnswerLostException>();
        bed.Transport.Asked.Should().Equal("PATCH /v2/things/a", "POST /v2/things/a/lines");
    }

    [Test]
    [Clause("W4")]
    public async Task A_new_record_whose_element_is_not_accepted_is_taken_back()
    {
        var bed = new RestBed(OneByOne, request => request.Address.AbsolutePath.EndsWith("lines", StringComparison.Ordinal)
            ? Failed(FailureKind.Rejected, "no such product", 400)
            : Json("""{"id":"n"}"""));

        var outcome = await bed.WriteAsync(bed.Create(("name", Value.Text("x")), ("lines", Lines((null, "bolt", 2)))));

        outcome.Should().BeOfType<Rejected>().Which.Message.Should().Contain("lines").And.Contain("no such product");
        bed.Transport.Asked.Should().Equal("POST /v2/things", "POST /v2/things/n/lines", "DELETE /v2/things/n");
    }

    // Said to be rejected it would be made a second time once it is corrected, and the first would stand there in half.
    [TestCase(true)]
    [TestCase(false)]
    [Clause("C3")]
    public async Task A_new_record_that_cannot_be_taken_back_is_not_said_to_be_rejected(bool canDelete)
    {
        var bed = new RestBed(canDelete ? OneByOne : OneByOne.Replace("delete: { path: \"things/{key}\" }\n", string.Empty, StringComparison.Ordinal), request =>
            request.Address.AbsolutePath.EndsWith("lines", StringComparison.Ordinal) ? Failed(FailureKind.Rejected, "no such product", 400)
            : request.Method == HttpMethod.Delete ? Failed(FailureKind.Rejected, "it is in use", 409)
            : Json("""{"id":"n"}"""));

        var creating = () => bed.WriteAsync(bed.Create(("name", Value.Text("x")), ("lines", Lines((null, "bolt", 2)))));

        (await creating.Should().ThrowAsync<AnswerLostException>()).WithMessage($"Thing 'n' was created without all of its elements*no such product*taken back: {(canDelete ? "it is in use" : "the definition*")}");
    }

    [Test]
    [Clause("W2")]
    public async Task A_record_that_is_read_before_it_is_written_is_read_with_its_elements([Values] bool deletes)
    {
        var bed = new RestBed(
            OneByOne.Replace("update: { path: \"things/{key}\" }\nchildren", "update: { path: \"things/{key}\", body: whole }\nchildren", StringComparison.Ordinal)
                .Replace("delete: { path: \"things/{key}\" }\ncreate", "delete: { path: \"things/{key}\", condition_header: If-Match }\ncreate", StringComparison.Ordinal),
            request => request.Method != HttpMethod.Get ? Json(string.Empty, 204)
                : Json(request.Address.AbsolutePath.EndsWith("lines", StringComparison.Ordinal) ? """[{"lineId":1,"text":"bolt","amount":2}]""" : """{"id":"a","name":"x"}"""));
        bed.Shape = bed.Only("name", "lines");
        var present = Lines(("1", "bolt", 2));

        var outcome = await bed.WriteAsync(deletes ? bed.Delete("a", ("lines", present)) : bed.Update("a", ("lines", present, Lines(("1", "bolt", 2), (null, "nut", 1)))));

        outcome.Should().BeOfType<Written>();
        bed.Transport.Asked.Should().Equal("GET /v2/things/a", "GET /v2/things/a/lines", deletes ? "DELETE /v2/things/a" : "POST /v2/things/a/lines");
    }

    [Test]
    public async Task Elements_of_a_new_record_are_sent_within_it_where_the_definition_says_so_and_changed_one_by_one()
    {
        var bed = new RestBed(OneByOne.Replace("  lines:", "  lines:\n    in_create: true", StringComparison.Ordinal), _ => Json("""{"id":"n"}"""));

        await bed.WriteAsync(bed.Create(("name", Value.Text("x")), ("lines", Lines((null, "bolt", 2)))));
        await bed.WriteAsync(bed.Update("n", ("lines", Value.None, Lines((null, "nut", 3)))));

        bed.Transport.Asked.Should().Equal("POST /v2/things", "POST /v2/things/n/lines");
        BodyOf(bed.Transport.Seen[0]).Should().Be("""{"name":"x","lines":[{"text":"bolt","amount":2}]}""");
    }

    [Test]
    public async Task What_the_system_fills_itself_is_not_sent()
    {
        var bed = new RestBed(
            OneByOne.Replace("  lines:", "  lines:\n    properties: { amount: { sent: false } }", StringComparison.Ordinal) + "\nproperties: { count: { sent: false } }", _ => Json("""{"id":"n"}"""));

        await bed.WriteAsync(bed.Create(("name", Value.Text("x")), ("count", Value.Integer(1)), ("lines", Lines((null, "bolt", 2)))));
        await bed.WriteAsync(bed.Update("n", ("count", Value.Integer(1), Value.Integer(2)), ("lines", Lines(("7", "bolt", 2)), Lines(("7", "bolt", 5)))));

        bed.Transport.Asked.Should().Equal("POST /v2/things", "POST /v2/things/n/lines");
        BodyOf(bed.Transport.Seen[0]).Should().Be("""{"name":"x"}""");
        BodyOf(bed.Transport.Seen[1]).Should().Be("""{"text":"bolt"}""");
    }

    private static RestBed BusyAt(int request)
    {
        var asked = 0;
        return new RestBed(OneByOne, _ => ++asked == request ? throw new SystemBusyException("too many requests", TimeSpan.FromMinutes(3)) : Json(string.Empty, 204));
    }

    private static Value Lines(params (string? Id, string Text, decimal Amount)[] lines) =>
        Value.List([.. lines.Select(line => Value.Element([Value.Text(line.Id), Value.Text(line.Text), Value.Decimal(line.Amount)]))]);

    private static string Shown(Value list) => list.IsNone ? string.Empty : string.Join('|', list.AsList);
}

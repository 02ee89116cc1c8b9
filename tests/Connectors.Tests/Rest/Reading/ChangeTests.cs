using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit;
using static SesamTalk.Connectors.Tests.Rest.ScriptedTransport;

namespace SesamTalk.Connectors.Tests.Rest.Reading;

/// <summary>What changed and what was deleted since a cursor (clauses O1, O5).</summary>
[Clause("O1")]
[Parallelizable(ParallelScope.All)]
internal sealed class ChangeTests
{
    private const string ByTime = """
        read: { path: things }
        changes: { parameters: { since: "{cursor}" }, cursor: { property: modified, overlap: 2m } }
        """;

    private const string ByVersion = """
        read: { path: feed, parameters: { filter: "Timestamp gt {cursor}L" } }
        changes: { cursor: { property: Timestamp, kind: version, start: 1 } }
        """;

    [Test]
    public async Task A_quiet_entity_is_asked_from_its_latest_change_itself_included()
    {
        var bed = new RestBed(ByTime, _ => Row("2026-01-05T10:00:00.1234567Z", date: "Mon, 05 Jan 2026 11:00:00 GMT"));

        var cursor = (await bed.CompleteAsync())[^1].Cursor!;
        await bed.SinceAsync(cursor);

        bed.Transport.Asked.Should().Equal("GET /v2/things", "GET /v2/things?since=2026-01-05T10:00:00.1234567Z");
    }

    [Test]
    [Clause("T2")]
    public async Task A_system_that_gives_only_what_is_later_shows_nothing_again_however_often_it_is_asked()
    {
        var bed = new RestBed(
            "read: { path: things }\nchanges: { parameters: { since: \"{cursor}\" }, cursor: { property: modified, exclusive: true, overlap: 2m } }",
            request => RestBed.ParameterOf(request, "since").Length == 0 ? Row("2026-01-05T10:00:00.1234567Z", date: "Mon, 05 Jan 2026 11:00:00 GMT") : Json("[]", 200, ("Date", "Mon, 05 Jan 2026 12:00:00 GMT")));

        var cursor = (await bed.CompleteAsync())[^1].Cursor!;
        var next = (await bed.SinceAsync(cursor))[^1].Cursor!;
        await bed.SinceAsync(next);

        next.Should().Be(cursor);
        bed.Transport.Asked.Skip(1).Should().AllBe("GET /v2/things?since=2026-01-05T10:00:00.1234567Z");
    }

    [Test]
    public async Task What_may_still_be_saved_under_an_earlier_time_is_asked_for_again()
    {
        var bed = new RestBed(ByTime, _ => Row("2026-01-05T10:59:30Z", date: "Mon, 05 Jan 2026 11:00:00 GMT"));

        var cursor = (await bed.CompleteAsync())[^1].Cursor!;
        await bed.SinceAsync(cursor);

        bed.Transport.Asked.Last().Should().Be("GET /v2/things?since=2026-01-05T10:58:00Z");
    }

    [Test]
    public async Task Without_the_clock_of_the_system_the_overlap_is_taken_from_the_latest_change()
    {
        var bed = new RestBed(ByTime, _ => Row("2026-01-05T10:59:30Z"));

        var cursor = (await bed.CompleteAsync())[^1].Cursor!;
        await bed.SinceAsync(cursor);

        bed.Transport.Asked.Last().Should().Be("GET /v2/things?since=2026-01-05T10:57:30Z");
    }

    [TestCase("exclusive: true", "2026-01-05T10:00:00.1234567Z")]
    [TestCase("step: 1s", "2026-01-05T10:00:00Z")]
    [TestCase("exclusive: true, step: 1s", "2026-01-05T10:00:00Z")]
    [TestCase("datetime: iso_local, time_zone: Europe/Amsterdam", "2026-01-05T11:00:00.1234567")]
    [TestCase("datetime: unix_ms", "1767607200123")]
    public async Task The_cursor_is_written_as_the_system_wants_it_and_never_later(string form, string expected)
    {
        var bed = new RestBed(
            $"read: {{ path: things }}\nchanges: {{ parameters: {{ since: \"{{cursor}}\" }}, cursor: {{ property: modified, {form} }} }}",
            _ => Row("2026-01-05T10:00:00.1234567Z", date: "Mon, 05 Jan 2026 11:00:00 GMT"));

        await bed.SinceAsync((await bed.CompleteAsync())[^1].Cursor!);

        RestBed.ParameterOf(bed.Transport.Seen[^1], "since").Should().Be(expected);
    }

    [Test]
    public async Task Where_clocks_are_set_back_the_hour_that_comes_twice_is_asked_for_whole()
    {
        // 00:45 UTC is 02:45 of summer; a quarter of an hour later the clock shows 02:00 again.
        var bed = new RestBed(
            "read: { path: things }\nchanges: { parameters: { since: \"{cursor}\" }, cursor: { property: modified, datetime: iso_local, time_zone: Europe/Oslo } }",
            _ => Row("2026-10-25T00:45:00Z", date: "Mon, 26 Oct 2026 11:00:00 GMT"));

        await bed.SinceAsync((await bed.CompleteAsync())[^1].Cursor!);

        RestBed.ParameterOf(bed.Transport.Seen[^1], "since").Should().Be("2026-10-25T02:00:00");
    }

    [Test]
    public async Task A_row_version_is_asked_for_from_the_start_and_then_from_the_greatest_seen()
    {
        var bed = new RestBed(ByVersion, _ => Json("""[{"id":"a","Timestamp":"77"},{"id":"b","Timestamp":9007199254740995}]"""));

        await bed.SinceAsync((await bed.CompleteAsync())[^1].Cursor!);

        bed.Transport.Asked.Should().Equal("GET /v2/feed?filter=Timestamp gt 1L", "GET /v2/feed?filter=Timestamp gt 9007199254740995L");
    }

    [Test]
    public async Task A_cursor_never_goes_back_where_nothing_comes()
    {
        var answers = new Queue<RestResponse>([Json("""[{"id":"a","Timestamp":77}]"""), Json("[]"), Json("[]")]);
        var bed = new RestBed(ByVersion, _ => answers.Dequeue());

        var cursor = (await bed.CompleteAsync())[^1].Cursor!;
        var next = (await bed.SinceAsync(cursor))[^1].Cursor!;

        next.Should().Be(cursor);
    }

    [Test]
    public async Task An_edit_made_while_pages_come_in_another_order_is_not_passed_by()
    {
        // By key: a was read with version 5 on the first page; it became 8 meanwhile, and the second page shows 9.
        var bed = new RestBed(
            "read: { path: feed, paging: { kind: page, parameter: page, size: 2 }, parameters: { since: \"{cursor}\" } }\nchanges: { cursor: { property: Timestamp, kind: version, start: 1 } }",
            request => Json(RestBed.ParameterOf(request, "page") == "1" ? """[{"id":"a","Timestamp":5},{"id":"b","Timestamp":4}]""" : """[{"id":"c","Timestamp":9}]"""));

        await bed.SinceAsync((await bed.CompleteAsync())[^1].Cursor!);

        RestBed.ParameterOf(bed.Transport.Seen[2], "since").Should().Be("5");
    }

    [Test]
    public async Task Of_rows_that_come_twice_in_a_page_the_last_one_counts()
    {
        var bed = new RestBed(ByVersion, _ => Json("""[{"id":"a","name":"old","Timestamp":1},{"id":"b","Timestamp":2},{"id":"a","name":"new","Timestamp":3}]"""));

        var records = (await bed.CompleteAsync()).Single().Records;

        records.Select(record => $"{record.Key} {bed.Of(record, "name")}").Should().Equal("b ", "a new");
    }

    [Test]
    public async Task Many_records_of_one_instant_are_not_shown_again_for_ever()
    {
        var rows = string.Join(',', Enumerable.Range(0, 200).Select(i => $$"""{"id":"k{{i}}","modified":"2026-01-05T10:00:00.5Z"}"""));
        var bed = new RestBed(ByTime, _ => Json($"[{rows}]", 200, ("Date", "Mon, 05 Jan 2026 11:00:00 GMT")));

        await bed.SinceAsync((await bed.CompleteAsync())[^1].Cursor!);

        RestBed.ParameterOf(bed.Transport.Seen[^1], "since").Should().Be("2026-01-05T10:00:01Z");
    }

    [TestCase("99:of another system")]
    [TestCase("")]
    [TestCase("00000000|1||")]
    public async Task A_cursor_of_something_else_is_void(string cursor)
    {
        var bed = new RestBed(ByTime, _ => Json("[]"));

        var read = () => bed.SinceAsync(cursor);

        await read.Should().ThrowAsync<CursorVoidException>();
    }

    [Test]
    public async Task A_cursor_that_the_system_calls_void_is_void()
    {
        var bed = new RestBed(ByTime, request => RestBed.ParameterOf(request, "since").Length > 0 ? Failed(FailureKind.Missing, "gone", 410) : Row("2026-01-05T10:00:00Z"));
        var cursor = (await bed.CompleteAsync())[^1].Cursor!;

        var read = () => bed.SinceAsync(cursor);

        await read.Should().ThrowAsync<CursorVoidException>();
    }

    [Test]
    public async Task Cursors_are_void_once_the_system_has_moved_its_data()
    {
        var moved = "2026-01-01";
        RestResponse Answer(RestRequest request) =>
            request.Address.AbsolutePath.EndsWith("division", StringComparison.Ordinal) ? Json($$$"""{"d":{"moved":"{{{moved}}}","linked":null}}""") : Row("2026-01-05T10:00:00Z");
        const string Epoch = "epoch: { path: division, at: [d.moved, d.linked] }";
        var first = new RestBed(ByTime, Answer, Epoch);
        var cursor = (await first.CompleteAsync())[^1].Cursor!;
        await first.SinceAsync(cursor);
        first.Transport.Asked.Count(asked => asked.Contains("division")).Should().Be(1, "it is asked for once a connection");
        moved = "2026-02-01";

        var read = () => new RestBed(ByTime, Answer, Epoch).SinceAsync(cursor);

        await read.Should().ThrowAsync<CursorVoidException>();
    }

    [Test]
    [Clause("O5")]
    public async Task A_feed_of_deletes_has_its_own_cursor_and_is_read_for_this_entity_only()
    {
        var deleted = """[{"EntityKey":"old","EntityType":5,"Timestamp":100}]""";
        var changed = "[]";
        var bed = new RestBed(
            """
            read: { path: feed, parameters: { filter: "Timestamp gt {cursor}" } }
            changes: { cursor: { property: Timestamp, kind: version, start: 1 } }
            deletes:
              path: deleted
              parameters: { filter: "Timestamp gt {cursor}" }
              key: EntityKey
              type: { at: EntityType, is: [5, 6] }
              cursor: { property: Timestamp, kind: version, start: 0 }
            """,
            request => Json(request.Address.AbsolutePath.EndsWith("deleted", StringComparison.Ordinal) ? deleted : changed));
        var complete = (await bed.CompleteAsync())[^1];
        deleted = """[{"EntityKey":"a","EntityType":5,"Timestamp":101},{"EntityKey":"b","EntityType":2,"Timestamp":102},{"EntityKey":"c","EntityType":6,"Timestamp":103}]""";
        changed = """[{"id":"c","Timestamp":7}]""";

        var since = (await bed.SinceAsync(complete.Cursor!))[^1];

        bed.Capabilities.TellsDeletes.Should().BeTrue();
        complete.Deleted.Should().BeEmpty();
        since.Deleted.Should().Equal("a");
        bed.Transport.Asked.Should().Equal(
            "GET /v2/deleted?filter=Timestamp gt 0", "GET /v2/feed?filter=Timestamp gt 1", "GET /v2/deleted?filter=Timestamp gt 100", "GET /v2/feed?filter=Timestamp gt 1");
    }

    private static RestResponse Row(string modified, string? date = null) =>
        Json($$"""[{"id":"a","modified":"{{modified}}"}]""", 200, date is null ? [] : [("Date", date)]);
}

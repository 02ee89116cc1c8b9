using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit;
using static SesamTalk.Connectors.Tests.Rest.RestBed;
using static SesamTalk.Connectors.Tests.Rest.ScriptedTransport;

namespace SesamTalk.Connectors.Tests.Rest.Reading;

/// <summary>Lists in pages, of every kind (clause O1).</summary>
[Clause("O1")]
[Parallelizable(ParallelScope.All)]
internal sealed class PagingTests
{
    private const int Size = 3;
    private static readonly int[] Counts = [0, 1, Size, Size + 1, (2 * Size) + 1];

    [TestCaseSource(nameof(Counts))]
    public async Task A_next_link_in_the_body_is_followed(int count) => await ReadsAll(
        count,
        "read: { path: things, rows: d.results, paging: { kind: next_link, next: { at: d.__next } } }",
        request =>
        {
            var from = From(request, "$skiptoken");
            var link = from + Size < count ? $$""","__next":"https://api.example.com/v2/things?$skiptoken={{from + Size}}" """ : string.Empty;
            return Json($$$"""{"d":{"results":{{{Page(from, count)}}}{{{link}}}}}""");
        });

    [TestCaseSource(nameof(Counts))]
    public async Task A_next_link_in_the_header_Link_is_followed(int count) => await ReadsAll(
        count,
        "read: { path: things, paging: { kind: next_link, next: { header: Link } } }",
        request =>
        {
            var from = From(request, "from");
            return Json(Page(from, count), 200, ("Link", from + Size < count ? $"<https://api.example.com/a>; rel=\"first\", </v2/things?from={from + Size}>; rel=\"next\"" : "<x>; rel=first"));
        });

    [TestCaseSource(nameof(Counts))]
    public async Task A_next_link_in_JSON_in_a_header_is_followed_and_204_ends_the_list(int count) => await ReadsAll(
        count,
        "read: { path: things, paging: { kind: page, parameter: PageNumber, size: 3, size_parameter: PageSize, next: { header: X-Pagination, at: nextPageLink } } }",
        request =>
        {
            var from = (From(request, "PageNumber") - 1) * Size;
            return from >= count ? Json(string.Empty, 204)
                : Json(Page(from, count), 200, ("X-Pagination", from + Size < count ? $$"""{"nextPageLink":"https://api.example.com/v2/things?PageNumber={{(from / Size) + 2}}"}""" : "{}"));
        });

    [TestCaseSource(nameof(Counts))]
    public async Task Pages_are_counted(int count) => await ReadsAll(
        count,
        "read: { path: things, rows: items, paging: { kind: page, parameter: page, first: 0, size: 3, size_parameter: size } }",
        request =>
        {
            ParameterOf(request, "size").Should().Be("3");
            return Json($$"""{"total":{{count}},"items":{{Page(From(request, "page") * Size, count)}}}""");
        });

    [TestCaseSource(nameof(Counts))]
    public async Task Offsets_are_counted_where_the_size_of_pages_is_not_known(int count) => await ReadsAll(
        count,
        "read: { path: things, paging: { kind: offset, parameter: offset } }",
        request => Json(Page(From(request, "offset"), count)));

    [TestCaseSource(nameof(Counts))]
    public async Task A_cursor_in_the_body_is_handed_back(int count) => await ReadsAll(
        count,
        "read: { path: things, rows: data, paging: { kind: cursor, parameter: after, next: { at: meta.cursor } } }",
        request =>
        {
            var from = From(request, "after");
            return Json($$"""{"meta":{"cursor":{{(from + Size < count ? from + Size : "null")}}},"data":{{Page(from, count)}}}""");
        });

    [TestCaseSource(nameof(Counts))]
    public async Task The_next_page_begins_behind_the_last_row(int count) => await ReadsAll(
        count,
        "read: { path: things, paging: { kind: skip_token, parameter: after, property: id, size: 3 } }",
        request => Json(Page(ParameterOf(request, "after") is { Length: > 0 } last ? int.Parse(last[1..], System.Globalization.CultureInfo.InvariantCulture) + 1 : 0, count)));

    [Test]
    public async Task Both_envelopes_of_a_list_are_understood_and_so_is_an_empty_answer()
    {
        var answers = new Queue<RestResponse>([Json("""{"d":[{"id":"a"}]}"""), Json("""{"d":{"results":[{"id":"b"}]}}"""), Json("""{"d":[]}"""), Json(string.Empty, 204)]);
        var bed = new RestBed("read: { path: things, rows: [d.results, d] }", _ => answers.Dequeue());

        (await bed.KeysAsync()).Should().Equal("a");
        (await bed.KeysAsync()).Should().Equal("b");
        (await bed.KeysAsync()).Should().BeEmpty();
        (await bed.KeysAsync()).Should().BeEmpty();
    }

    [TestCase("https://evil.example.com/v2/things?page=2")]
    [TestCase("http://api.example.com/v2/things?page=2")]
    [TestCase("https://api.example.com:8443/v2/things?page=2")]
    [TestCase("//evil.example.com/things")]
    [TestCase("https://user@api.example.com/things")]
    public async Task A_next_link_to_another_place_is_refused_and_never_called(string link)
    {
        var bed = new RestBed(
            "read: { path: things, rows: items, paging: { kind: next_link, next: { at: next } } }", _ => Json($$"""{"items":[{"id":"a"}],"next":"{{link}}"}"""));

        var read = () => bed.CompleteAsync();

        (await read.Should().ThrowAsync<SystemRefusedException>()).Which.Cure.Should().NotBeEmpty();
        bed.Transport.Calls.Should().Be(1);
    }

    [Test]
    public async Task A_service_that_gives_the_same_page_for_ever_is_noticed()
    {
        var bed = new RestBed("read: { path: things, paging: { kind: page, parameter: page, size: 3 } }", _ => Json(Rows(0, 3)));

        var read = () => bed.CompleteAsync();

        (await read.Should().ThrowAsync<SystemRefusedException>()).WithMessage("*same page again*");
    }

    [TestCase("""{"message":"hello"}""")]
    [TestCase("""{"items":{"id":"a"}}""")]
    [TestCase("""[{"id":"a"}]""")]
    [TestCase("""{"items":[{"id":"a"},{"id":""")]
    [TestCase("<html>Sign in</html>")]
    [TestCase("")]
    public async Task An_answer_without_its_list_never_passes_for_an_empty_one(string body)
    {
        var bed = new RestBed("read: { path: things, rows: items }", _ => Json(body));

        var read = () => bed.CompleteAsync();

        await read.Should().ThrowAsync<SystemUnavailableException>();
    }

    [Test]
    public async Task JSON_of_absurd_depth_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000);
        var bed = new RestBed("read: { path: things }", _ => Json($$"""[{"id":"a","name":"x","other":{{deep}}}]"""));

        var read = () => bed.CompleteAsync();

        await read.Should().ThrowAsync<SystemUnavailableException>();
    }

    [Test]
    public async Task The_next_page_is_fetched_while_one_is_worked_on_and_no_more_than_that()
    {
        var bed = new RestBed(
            "read: { path: things, paging: { kind: page, parameter: page, size: 3 } }", request => Json(Page((From(request, "page") - 1) * Size, 30)));
        var calls = new List<long>();

        await foreach (var _ in bed.System.ReadCompleteAsync(bed.Request, CancellationToken.None))
        {
            calls.Add(bed.Transport.Calls);
        }

        calls.Take(5).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        calls[0].Should().BeLessThanOrEqualTo(3, "one batch is held back, and one page is fetched ahead");
    }

    [Test]
    public async Task Only_the_properties_of_the_shape_are_asked_for()
    {
        var bed = new RestBed("read: { path: things, parameters: { $select: \"{fields}\", $top: 7 } }", _ => Json("[]"));
        bed.Shape = bed.Only("name", "address.city", "address.zip");

        await bed.CompleteAsync();

        bed.Transport.Asked.Should().Equal("GET /v2/things?$select=name,address,id,modified&$top=7");
        bed.Capabilities.ReadsKeys.Should().BeTrue();
    }

    private static async Task ReadsAll(int count, string definition, Func<RestRequest, RestResponse> answer)
    {
        var bed = new RestBed(definition, answer);

        var batches = await bed.CompleteAsync();

        batches.SelectMany(batch => batch.Records).Select(record => record.Key).Should().Equal(Enumerable.Range(0, count).Select(i => $"k{i}"));
        batches.Should().NotBeEmpty();
        bed.Transport.Calls.Should().BeLessThanOrEqualTo((count / Size) + 2);
    }

    private static int From(RestRequest request, string parameter) => int.TryParse(ParameterOf(request, parameter), out var from) ? from : 0;

    private static string Page(int from, int count) => Rows(from, Math.Clamp(count - from, 0, Size));
}

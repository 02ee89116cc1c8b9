using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace SesamTalk.Sandbox.Tests.PowerOfficeGo;

[Parallelizable(ParallelScope.All)]
public sealed class GoListTests
{
    [Test]
    [Checklist("go-9")]
    public async Task A_list_is_a_plain_array_and_an_empty_one_is_nothing_at_all()
    {
        await using var world = await GoWorld.StartAsync();

        (await world.ReadAsync("Customers")).Should().BeOfType<JsonArray>();
        var empty = await world.GetAsync("Departments");

        empty.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await empty.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Test]
    [Checklist("go-11")]
    public async Task Pages_follow_the_link_in_the_header()
    {
        await using var world = await GoWorld.StartAsync();
        var count = int.Parse(world.Go.Look("SELECT count(*) FROM Customers")[0][0]!, CultureInfo.InvariantCulture);
        var keys = new List<long>();
        for (string? next = $"Customers?PageSize={count / 2}&Fields=Id"; next is not null;)
        {
            var answer = await world.GetAsync(next);
            keys.AddRange((await GoWorld.JsonOf(answer)).AsArray().Select(row => (long)row!["Id"]!));
            next = (string?)JsonNode.Parse(answer.Headers.GetValues("X-Pagination").Single())!["nextPageLink"];
        }

        keys.Should().HaveCount(count).And.OnlyHaveUniqueItems();
    }

    [Test]
    [Checklist("go-12")]
    public async Task A_projection_shows_what_it_names()
    {
        await using var world = await GoWorld.StartAsync();

        var row = (JsonObject)(await world.ReadAsync("Customers?Fields=Id,Name,MailAddress&PageSize=1"))[0]!;

        row.Select(pair => pair.Key).Should().Equal("Id", "MailAddress", "Name");
    }

    [Test]
    [Checklist("go-10")]
    public async Task A_page_has_five_thousand_rows_and_pages_count_from_one()
    {
        await using var world = await GoWorld.StartAsync();
        world.Go.Edit("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5001) INSERT INTO Departments (Id, Code, Name) SELECT 7000000 + i, 'D' || i, 'x' FROM n");

        (await world.ReadAsync("Departments?Fields=Id")).AsArray().Should().HaveCount(5000);
        (await world.ReadAsync("Departments?Fields=Id&PageNumber=2")).AsArray().Should().ContainSingle().Which!["Id"]!.GetValue<long>().Should().Be(7005001);
        (await world.ReadAsync("Departments?Fields=Id&PageNumber=1&PageSize=2"))[0]!["Id"]!.GetValue<long>().Should().Be(7000001);
    }

    [Test]
    [Checklist("go-12")]
    public async Task A_list_comes_in_the_order_that_is_asked_for()
    {
        await using var world = await GoWorld.StartAsync();
        await world.CreateAsync("Departments", """{"Code":"1","Name":"B"}""");
        await world.CreateAsync("Departments", """{"Code":"2","Name":"A"}""");

        (await world.ReadAsync("Departments?OrderBy=Name")).AsArray().Select(row => (string)row!["Name"]!).Should().Equal("A", "B");
        (await world.ReadAsync("Departments?OrderBy=Name desc")).AsArray().Select(row => (string)row!["Name"]!).Should().Equal("B", "A");
    }

    [Test]
    [Checklist("go-13")]
    [Checklist("go-15")]
    public async Task Changed_since_leaves_the_instant_itself_out_to_the_seventh_digit()
    {
        await using var world = await GoWorld.StartAsync();
        var made = await world.CreateAsync("Customers", """{"Name":"Ny AS"}""");
        var changed = (string)made["LastChangedDateTimeOffset"]!;

        changed.Should().Be("2026-06-01T08:00:31.1234567+00:00");
        (await world.GetAsync($"Customers?lastChangedDateTimeOffsetGreaterThan={Uri.EscapeDataString(changed)}")).StatusCode.Should().Be(HttpStatusCode.NoContent);
        var before = Uri.EscapeDataString("2026-06-01T10:00:31.1234566+02:00");
        (await world.ReadAsync($"Customers?lastChangedDateTimeOffsetGreaterThan={before}")).AsArray().Should().ContainSingle();
    }

    [TestCase("customerNos=10001-10003,10005")]
    [TestCase("externalImportReference=ref-1")]
    [TestCase("externalNos=77")]
    [Checklist("go-14")]
    public async Task Customers_are_found_by_numbers_and_references(string filter)
    {
        await using var world = await GoWorld.StartAsync();
        world.Go.Edit("UPDATE Customers SET ExternalNumber = 77, ExternalImportReference = 'ref-1' WHERE Number = (SELECT min(Number) FROM Customers WHERE Number BETWEEN 10001 AND 10005)");

        (await world.ReadAsync("Customers?" + filter)).AsArray().Should().NotBeEmpty().And.HaveCountLessThan(5);
    }

    [TestCase("Customers?PageSize=0")]
    [TestCase("Customers?Fields=Nobody")]
    [TestCase("Customers?contactGroupIds=1")]
    [TestCase("Customers?customerNos=many")]
    [TestCase("Customers?lastChangedDateTimeOffsetGreaterThan=yesterday-ish")]
    [Checklist("go-14")]
    [Checklist("go-21")]
    public async Task A_query_that_is_not_understood_is_a_problem(string query)
    {
        await using var world = await GoWorld.StartAsync();

        var answer = await world.GetAsync(query);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        ((string)(await GoWorld.JsonOf(answer))["title"]!).Should().Be("Customer validation error(s)");
    }

    [Test]
    [Checklist("go-16")]
    public async Task Neither_an_address_nor_a_contact_person_moves_the_customers_time()
    {
        await using var world = await GoWorld.StartAsync();
        var id = (long)(await world.CreateAsync("Customers", """{"Name":"Ny AS"}"""))["Id"]!;
        var before = await world.ReadAsync($"Customers/{id}");
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        await world.SetAsync($"Customers/{id}", "MailAddress/City", "\"Oslo\"");
        await world.CreateAsync($"ContactPersons/{id}", """{"FirstName":"A","LastName":"B"}""");

        var after = await world.ReadAsync($"Customers/{id}");
        ((string)after["LastChangedDateTimeOffset"]!).Should().Be((string)before["LastChangedDateTimeOffset"]!);
        ((string)after["MailAddress"]!["LastChangedDateTimeOffset"]!).Should().Be("2026-06-01T08:01:31.1234567+00:00");
    }

    [Test]
    [Checklist("go-16")]
    public async Task A_change_of_stock_does_not_move_the_products_time()
    {
        await using var world = await GoWorld.StartAsync();
        var product = (await world.ReadAsync("Products?PageSize=1"))[0]!;

        await world.SetAsync($"Products/{(long)product["Id"]!}", "StockOnHand", "12");

        var after = await world.ReadAsync($"Products/{(long)product["Id"]!}");
        ((string)after["LastChangedDateTimeOffset"]!).Should().Be((string)product["LastChangedDateTimeOffset"]!);
        after["StockOnHandLastChangedDatetimeOffset"].Should().NotBeNull();
    }

    [Test]
    [Checklist("all-3")]
    public async Task An_edit_by_hand_moves_the_time()
    {
        await using var world = await GoWorld.StartAsync();
        world.Go.Edit("UPDATE Customers SET Name = 'By hand' WHERE Number = 10000 OR Number = (SELECT min(Number) FROM Customers)");

        var rows = await world.ReadAsync("Customers?lastChangedDateTimeOffsetGreaterThan=2026-06-01T08:00:00Z");

        rows.AsArray().Select(row => (string)row!["Name"]!).Should().Equal("By hand");
    }
}

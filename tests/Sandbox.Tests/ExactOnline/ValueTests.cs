using System.Text.Json.Nodes;

namespace SesamTalk.Sandbox.Tests.ExactOnline;

[Parallelizable(ParallelScope.All)]
public sealed class ValueTests
{
    private const string Account = "00000000-0000-4000-9000-000000000001";

    [Test]
    [Checklist("exact-21")]
    public async Task A_date_carries_the_wall_clock_of_the_servers_zone()
    {
        await using var world = await ExactWorld.StartAsync();
        world.AddAccounts(1);
        world.Exact.Edit($"UPDATE Accounts SET Modified = '2026-06-01T14:14:12.000Z' WHERE ID = '{Account}'");

        var row = await world.ReadAsync($"crm/Accounts(guid'{Account}')");

        ((string)row["Modified"]!).Should().Be($"/Date({DateTimeOffset.Parse("2026-06-01T16:14:12Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()})/");
    }

    [Test]
    [Checklist("exact-25")]
    [Checklist("exact-26")]
    public async Task A_row_carries_its_address_and_model_and_defers_what_it_leads_to()
    {
        await using var world = await ExactWorld.StartAsync();

        var row = (await world.ReadAsync("salesorder/SalesOrders?$top=1")).AsArray()[0]!;

        ((string)row["__metadata"]!["uri"]!).Should().Be($"{world.Exact.Address}api/v1/100100/salesorder/SalesOrders(guid'{(string)row["OrderID"]!}')");
        ((string)row["__metadata"]!["type"]!).Should().Be("Exact.Web.Api.Models.SalesOrder");
        ((string)row["SalesOrderLines"]!["__deferred"]!["uri"]!).Should().EndWith("/SalesOrderLines");
    }

    [Test]
    [Checklist("exact-26")]
    public async Task Expanded_lines_come_within_their_order()
    {
        await using var world = await ExactWorld.StartAsync();
        var order = world.Exact.Look("SELECT OrderID, count(*) FROM SalesOrderLines GROUP BY 1 ORDER BY 2 DESC LIMIT 1")[0];

        var row = await world.ReadAsync($"salesorder/SalesOrders(guid'{order[0]}')?$expand=SalesOrderLines");

        row["SalesOrderLines"]!["results"]!.AsArray().Should().HaveCount(int.Parse(order[1]!, System.Globalization.CultureInfo.InvariantCulture));
        (await world.ReadAllAsync($"salesorder/SalesOrders(guid'{order[0]}')/SalesOrderLines")).Should().HaveCount(int.Parse(order[1]!, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Test]
    [Checklist("exact-23")]
    public async Task Codes_are_padded_left_and_countries_right()
    {
        await using var world = await ExactWorld.StartAsync();
        var key = await world.CreateAsync("crm/Accounts", """{"Name":"Pad AS","Code":"4711","Country":"NO"}""");

        var row = await world.ReadAsync($"crm/Accounts(guid'{key}')");

        ((string)row["Code"]!).Should().Be("4711".PadLeft(18));
        ((string)row["Country"]!).Should().Be("NO ");
        var item = await world.CreateAsync("logistics/Items", """{"Code":"PAD","Description":"Pad","Unit":"day"}""");
        ((string)(await world.ReadAsync($"logistics/Items(guid'{item}')"))["Unit"]!).Should().Be("day     ");
    }

    [Test]
    [Checklist("exact-24")]
    public async Task A_number_of_64_bits_travels_as_text()
    {
        await using var world = await ExactWorld.StartAsync();

        var rows = await world.ReadAllAsync("sync/CRM/Accounts?$select=ID,Timestamp&$filter=Timestamp gt 1L");

        rows[0]["Timestamp"]!.GetValueKind().Should().Be(System.Text.Json.JsonValueKind.String);
    }

    [Test]
    [Checklist("exact-27")]
    public async Task Vendor_properties_that_nobody_filled_are_null()
    {
        await using var world = await ExactWorld.StartAsync();

        var row = (JsonObject)(await world.ReadAsync("crm/Accounts?$top=1")).AsArray()[0]!;

        row.ContainsKey("AutomaticProcessProposedEntry").Should().BeTrue();
        row["AutomaticProcessProposedEntry"].Should().BeNull();
        row.Count.Should().Be(164 + 1);
    }

    [Test]
    [Checklist("exact-8")]
    public async Task Me_tells_the_division_and_the_zone_of_the_server()
    {
        await using var world = await ExactWorld.StartAsync();

        var me = JsonNode.Parse(await world.Client.GetStringAsync("/api/v1/current/Me"))!["d"]!["results"]![0]!;

        ((int)me["CurrentDivision"]!).Should().Be(100100);
        ((int)me["AccountingDivision"]!).Should().Be(100100);
        ((JsonObject)me).Select(property => property.Key).Should().Contain(["UserID", "FullName", "Email", "LanguageCode", "Legislation"]);
        ((string)me["ServerTime"]!).Should().Be("/Date(1780308030000)/");
        ((int)me["ServerUtcOffset"]!).Should().Be(7200);
    }

    [Test]
    [Checklist("exact-9")]
    public async Task Divisions_are_listed_in_two_places_with_their_own_fields()
    {
        await using var world = await ExactWorld.StartAsync();

        var own = (JsonObject)(await world.ReadAsync("system/Divisions(100100)"));
        var lent = (JsonObject)(await world.ReadAsync("hrm/Divisions?$top=1")).AsArray()[0]!;

        own.ContainsKey("DivisionMoveDate").Should().BeTrue();
        lent.ContainsKey("DivisionMoveDate").Should().BeFalse();
    }
}

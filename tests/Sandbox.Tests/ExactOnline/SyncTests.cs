using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace SesamTalk.Sandbox.Tests.ExactOnline;

[Parallelizable(ParallelScope.All)]
public sealed class SyncTests
{
    private const string Feed = "sync/CRM/Accounts?$select=ID,Timestamp,Name";

    [Test]
    [Checklist("exact-38")]
    public async Task A_change_by_the_api_raises_the_version_above_all_others_of_the_feeds()
    {
        await using var world = await ExactWorld.StartAsync();
        var account = (string)(await world.ReadAsync("crm/Accounts?$top=1&$select=ID")).AsArray()[0]!["ID"]!;
        var highest = Versions(await world.ReadAllAsync("sync/CRM/Contacts?$select=ID,Timestamp")).Concat(Versions(await world.ReadAllAsync(Feed))).Max();

        await world.PutAsync($"crm/Accounts(guid'{account}')", """{"Remarks":"x"}""");

        var rows = await world.ReadAllAsync($"{Feed}&$filter=Timestamp gt {highest}L");
        rows.Should().ContainSingle().Which["ID"]!.GetValue<string>().Should().Be(account);
    }

    [Test]
    [Checklist("exact-38")]
    [Checklist("all-3")]
    public async Task An_edit_from_outside_moves_the_time_and_the_version_and_a_delete_is_logged()
    {
        await using var world = await ExactWorld.StartAsync();
        world.AddAccounts(2);
        var highest = Versions(await world.ReadAllAsync(Feed)).Max();

        EditBesides(world.Exact.Path, "UPDATE Accounts SET Name = 'By hand' WHERE Name = 'Extra 1'; DELETE FROM Accounts WHERE Name = 'Extra 2'");

        var row = (await world.ReadAllAsync($"{Feed},Modified&$filter=Timestamp gt {highest}L")).Should().ContainSingle().Subject;
        ((string)row["Name"]!).Should().Be("By hand");
        ((string)row["Modified"]!).Should().NotBe("/Date(1780308030000)/");
        var deleted = (await world.ReadAllAsync($"sync/Deleted?$select=Timestamp,EntityKey,EntityType&$filter=Timestamp gt {highest}L")).Should().ContainSingle().Subject;
        ((string)deleted["EntityKey"]!).Should().Be("00000000-0000-4000-9000-000000000002");
    }

    [Checklist("exact-31")]
    [TestCase("crm/Accounts", 2, """{"Name":"A"}""")]
    [TestCase("logistics/Items", 9, """{"Code":"NEW-1","Description":"New"}""")]
    public async Task A_delete_is_logged_with_the_number_of_its_entity(string path, int type, string body)
    {
        await using var world = await ExactWorld.StartAsync();
        var made = await world.CreateAsync(path, body);

        var answer = await world.DeleteAsync($"{path}(guid'{made}')");

        answer.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        (await DeletedAsync(world)).Should().Equal((type, made));
    }

    [Checklist("exact-31")]
    [TestCase("crm/Contacts", "Contacts", "ID", 5)]
    [TestCase("crm/Addresses", "Addresses", "ID", 3)]
    [TestCase("salesorder/SalesOrders", "SalesOrders", "OrderID", 32)]
    [TestCase("salesorder/SalesOrderLines", "SalesOrderLines", "ID", 33)]
    [TestCase("crm/Quotations", "Quotations", "QuotationID", 34)]
    [TestCase("crm/QuotationLines", "QuotationLines", "ID", 35)]
    public async Task A_delete_of_what_the_sample_has_is_logged_with_the_number_of_its_entity(string path, string table, string key, int type)
    {
        await using var world = await ExactWorld.StartAsync();
        world.AddAddress();
        var known = world.Exact.Look($"SELECT {key} FROM {table} LIMIT 1")[0][0]!;

        (await world.DeleteAsync($"{path}(guid'{known}')")).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await DeletedAsync(world)).Should().Contain((type, known));
    }

    [Test]
    [Checklist("exact-39")]
    public async Task A_feed_shows_rows_twice_when_told_to()
    {
        await using var world = await ExactWorld.StartAsync(settings => settings with { RepeatsInSync = true });

        var rows = await world.ReadAllAsync(Feed);

        var repeated = rows.GroupBy(row => (string)row["ID"]!).Where(group => group.Count() > 1).ToArray();
        repeated.Should().NotBeEmpty().And.OnlyContain(group => Versions(group).Distinct().Count() == group.Count());
    }

    [Test]
    [Checklist("exact-40")]
    public async Task A_feed_has_fields_that_the_single_endpoint_lacks_and_the_other_way_about()
    {
        await using var world = await ExactWorld.StartAsync();

        var feed = (JsonObject)(await world.ReadAsync("sync/SalesOrder/SalesOrderLines?$top=1")).AsArray()[0]!;
        var single = (JsonObject)(await world.ReadAsync("salesorder/SalesOrderLines?$top=1")).AsArray()[0]!;

        feed.ContainsKey("Modified").Should().BeTrue();
        single.ContainsKey("Modified").Should().BeFalse();
        ((JsonObject)(await world.ReadAsync("sync/Logistics/Items?$top=1")).AsArray()[0]!).ContainsKey("StandardSalesPrice").Should().BeFalse();
    }

    [Test]
    [Checklist("exact-40")]
    public async Task A_line_moves_its_order()
    {
        await using var world = await ExactWorld.StartAsync();
        var line = world.Exact.Look("SELECT ID, OrderID FROM SalesOrderLines LIMIT 1")[0];

        await world.PutAsync($"salesorder/SalesOrderLines(guid'{line[0]}')", """{"Quantity":77}""");

        var rows = await world.ReadAllAsync("salesorder/SalesOrders?$select=OrderID&$filter=Modified ge datetime'2026-06-01T10:00:30'");
        rows.Select(row => (string)row["OrderID"]!).Should().Equal(line[1]);
    }

    [Test]
    [Checklist("exact-11")]
    public async Task A_time_leads_to_the_version_from_which_to_read_on()
    {
        await using var world = await ExactWorld.StartAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var account = (string)(await world.ReadAsync("crm/Accounts?$top=1&$select=ID")).AsArray()[0]!["ID"]!;
        await world.PutAsync($"crm/Accounts(guid'{account}')", """{"Remarks":"x"}""");

        var found = await world.ReadAsync("read/sync/Sync/SyncTimestamp?modified=datetime'2026-06-01T10:01:00'&endPoint='Accounts'");

        ((string)found["API"]!).Should().Be("Accounts");
        ((string)found["Modified"]!).Should().Be("/Date(1780308060000)/");
        var rows = await world.ReadAllAsync($"{Feed}&$filter=Timestamp gt {(string)found["TimeStampAsBigInt"]!}L");
        rows.Select(row => (string)row["ID"]!).Should().Equal(account);
    }

    [Test]
    [Checklist("exact-41")]
    public async Task A_move_of_the_division_voids_the_versions()
    {
        await using var world = await ExactWorld.StartAsync();
        var highest = Versions(await world.ReadAllAsync(Feed)).Max();

        world.Exact.MoveDivision();

        ((string?)(await world.ReadAsync("system/Divisions(100100)"))["DivisionMoveDate"]).Should().NotBeNull();
        (await world.ReadAllAsync($"{Feed}&$filter=Timestamp gt {highest}L")).Should().BeEmpty();
        Versions(await world.ReadAllAsync(Feed)).Max().Should().BeLessThan(highest);
    }

    private static async Task<IEnumerable<(int Type, string Key)>> DeletedAsync(ExactWorld world) =>
        (await world.ReadAllAsync("sync/Deleted?$select=Timestamp,EntityKey,EntityType&$filter=Timestamp gt 1L")).Select(row => ((int)row["EntityType"]!, (string)row["EntityKey"]!));

    private static IEnumerable<long> Versions(IEnumerable<JsonNode> rows) => rows.Select(row => long.Parse((string)row["Timestamp"]!, CultureInfo.InvariantCulture));

    // As the shell of SQLite does it: another connection to the file.
    private static void EditBesides(string path, string sql)
    {
        using var file = Sqlite.SqliteDatabase.Open(path, Sqlite.SqliteAccess.ReadWrite, TimeSpan.FromSeconds(10));
        file.Execute(sql);
    }
}

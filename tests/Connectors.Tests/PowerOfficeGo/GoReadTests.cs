using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit.Vendors;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.PowerOfficeGo;

public sealed class GoReadTests
{
    [TestCase("Customers")]
    [TestCase("ContactPersons")]
    [TestCase("Products")]
    [TestCase("SalesOrders")]
    [Clause("O1")]
    public async Task Every_record_is_read_over_pages_that_the_header_names(string entity)
    {
        await using var world = await Worlds.GoAsync(("page_size", "7"));

        var (records, cursor) = await world.CompleteAsync(world.Request(entity, "LastChangedDateTimeOffset"));

        records.Select(record => record.Key).Should().OnlyHaveUniqueItems().And.HaveCount(world.Count($"SELECT count(*) FROM {entity}"));
        cursor.Should().NotBeNull();
        world.Log.Calls.Count(call => call.Path.StartsWith("/v2/" + entity, StringComparison.Ordinal)).Should().BeGreaterThan(1);
    }

    [Test]
    public async Task No_rows_are_answered_by_nothing_and_read_as_an_empty_list()
    {
        await using var world = await Worlds.GoAsync();
        world.StandIn.Edit("DELETE FROM SalesOrderLines; DELETE FROM SalesOrders");

        (await world.CompleteAsync(world.Request("SalesOrders"))).Records.Should().BeEmpty();

        world.Log.Calls[^1].Status.Should().Be(204);
    }

    [Test]
    public async Task Only_the_properties_that_are_wanted_are_asked_for()
    {
        await using var world = await Worlds.GoAsync();

        await world.CompleteAsync(world.Request("Customers", "Name", "MailAddress.City"));

        world.Log.Calls[^1].Path.Should().Contain("Fields=Name,MailAddress,Id,LastChangedDateTimeOffset&");
    }

    [Test, Clause("O1")]
    public async Task A_change_at_the_very_instant_of_the_cursor_comes_with_all_its_digits()
    {
        await using var world = await Worlds.GoAsync();
        var request = world.Request("Products", "Name");
        world.StandIn.Edit("UPDATE Products SET Name = 'First' WHERE Id = (SELECT min(Id) FROM Products)");
        var cursor = (await world.CompleteAsync(request)).Cursor;
        world.StandIn.Edit("UPDATE Products SET Name = 'Second' WHERE Id = (SELECT max(Id) FROM Products)");

        var (changed, _) = await world.SinceAsync(request, cursor);

        changed.Select(record => record.Values[0].AsText).Should().BeEquivalentTo("First", "Second");
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        (changed, cursor) = await world.SinceAsync(request, cursor);
        changed.Should().HaveCount(2, "what may still have been saved then is asked for again");
        (changed, _) = await world.SinceAsync(request, cursor);
        changed.Should().BeEmpty("it is over");
        world.Log.Calls[^1].Path.Should().Contain("lastChangedDateTimeOffsetGreaterThan=2026-06-01T08:00:30.1234567Z");
    }

    [Test, Clause("O1")]
    public async Task A_change_of_an_address_alone_is_seen_by_the_complete_read_of_each_day()
    {
        await using var world = await Worlds.GoAsync();
        var request = world.Request("Customers", "MailAddress.City");
        var cursor = (await world.CompleteAsync(request)).Cursor;
        world.Clock.Advance(TimeSpan.FromHours(1));
        world.StandIn.Edit("UPDATE Customers SET \"MailAddress.City\" = 'Vardø' WHERE Id = (SELECT min(Id) FROM Customers)");

        var (changed, next) = await world.SinceAsync(request, cursor);
        world.Clock.Advance(TimeSpan.FromHours(23));
        var aDayLater = () => world.SinceAsync(request, next);
        await aDayLater.Should().ThrowAsync<CursorVoidException>();
        var (all, _) = await world.CompleteAsync(request);

        changed.Should().NotContain(record => record.Values[0] == Value.Text("Vardø"), "the customer's LastChangedDateTimeOffset does not move with its address");
        all.Should().ContainSingle(record => record.Values[0] == Value.Text("Vardø"));
    }

    [Test]
    public async Task What_is_hidden_is_no_value()
    {
        await using var world = await Worlds.GoAsync();
        world.StandIn.Edit("UPDATE Customers SET NationalIdNumber = '01017000027'");

        (await world.CompleteAsync(world.Request("Customers", "NationalIdNumber"))).Records.Should().OnlyContain(record => record.Values[0].IsNone);
    }

    [Test, Clause("R11")]
    public async Task Orders_come_with_their_lines()
    {
        await using var world = await Worlds.GoAsync();

        var (orders, _) = await world.CompleteAsync(world.Request("SalesOrders", "SalesOrderLines"));

        orders.Sum(order => order.Values[0].IsNone ? 0 : order.Values[0].AsList.Count).Should().Be(world.Count("SELECT count(*) FROM SalesOrderLines"));
    }

    [Test, Clause("O5")]
    public async Task The_keys_alone_are_read_where_deletes_are_sought()
    {
        await using var world = await Worlds.GoAsync();

        (await world.KeysAsync("Products")).Should().HaveCount(world.Count("SELECT count(*) FROM Products"));

        world.Log.Calls[^1].Path.Should().MatchRegex("Fields=Id(,LastChangedDateTimeOffset)?&");
    }
}

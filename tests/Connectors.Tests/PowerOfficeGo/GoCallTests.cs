using SesamTalk.Connectors.Tests.Vendors;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.PowerOfficeGo;

public sealed class GoCallTests
{
    private static readonly string[] Entities = ["Customers", "ContactPersons", "Products", "SalesOrders"];

    [Test]
    public async Task A_read_takes_a_call_an_entity_and_one_for_the_lines_of_each_order_that_is_new()
    {
        await using var world = await Worlds.GoAsync();
        Spread(world);
        var orders = world.Count("SELECT count(*) FROM SalesOrders");
        var counted = new Counted(world, Entities);

        (await counted.FirstAsync()).Should().HaveCount(1 + 4 + orders, "there is the token too");
        (await counted.NextAsync()).Should().HaveCount(4, "nothing is shown again");

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.StandIn.Edit("UPDATE Products SET Name = 'Edited' WHERE Id = (SELECT min(Id) FROM Products)");
        (await counted.NextAsync()).Should().HaveCount(4);
        world.Log.Calls.Should().NotContain(call => call.Status == 429);
    }

    [Test]
    public async Task A_change_takes_one_call()
    {
        await using var world = await Worlds.GoAsync();
        var key = world.Look("SELECT min(Id) FROM Products");
        await world.KeysAsync("Products");

        (await world.CallsOfAsync(() => world.UpdateAsync("Products", key, ("Description", Value.None, Value.Text("x"))))).Should().ContainSingle();
    }

    [Test]
    public async Task Many_records_are_looked_at_by_one_call_before_they_are_written()
    {
        await using var world = await Worlds.GoAsync();
        var keys = await world.KeysAsync("Customers");

        var calls = await world.CallsOfAsync(async () => (await world.LookUpAsync(world.Request("Customers", "Name"), [.. keys.Take(10)])).Records.Should().HaveCount(10));

        calls.Should().ContainSingle();
    }

    [Test]
    public async Task Ten_calls_a_second_are_made_and_never_one_too_many()
    {
        await using var world = await Worlds.GoAsync();
        var keys = await world.KeysAsync("Customers");
        var start = world.Clock.GetUtcNow();

        var calls = await world.CallsOfAsync(async () =>
        {
            for (var i = 0; i < 95; i++)
                (await world.UpdateAsync("Customers", keys[i % keys.Count], ("WebsiteUrl", Value.None, Value.Text($"https://{i}.example.com")))).Should().BeOfType<Written>();
        });

        calls.Should().HaveCount(95).And.OnlyContain(call => call.Status == 200);
        (world.Clock.GetUtcNow() - start).Should().BeGreaterThan(TimeSpan.FromSeconds(8.9)).And.BeLessThan(TimeSpan.FromSeconds(10), "at least 95 % of the rate is used");
    }

    // A sample is written in one go; in a company's books no two orders carry the same instant.
    private static void Spread(VendorWorld world) => world.StandIn.Edit(string.Concat(Entities.Select(table =>
        $"UPDATE {table} SET LastChangedDateTimeOffset = strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-05', '+' || (SELECT count(*) FROM {table} AS o WHERE o.rowid <= {table}.rowid) || ' minutes');")));
}

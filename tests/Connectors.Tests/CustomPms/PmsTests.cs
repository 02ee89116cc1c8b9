using SesamTalk.Connectors.Tests.Vendors;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.CustomPms;

public sealed class PmsTests
{
    [TestCase("Customer", "customer")]
    [TestCase("Project", "project")]
    [Clause("O1")]
    public async Task Every_record_is_read_over_pages(string entity, string table)
    {
        await using var world = await Worlds.PmsAsync(("page_size", "9"));
        await FillAsync(world);

        var (records, cursor) = await world.CompleteAsync(world.Request(entity));

        records.Select(record => record.Key).Should().OnlyHaveUniqueItems().And.HaveCount(world.Count($"SELECT count(*) FROM {table}"));
        records.Count.Should().BeGreaterThan(9);
        cursor.Should().NotBeNull();
    }

    [Test, Clause("O1")]
    public async Task What_changed_since_comes()
    {
        await using var world = await Worlds.PmsAsync();
        var request = world.Request("Customer", "notes");
        var cursor = (await world.CompleteAsync(request)).Cursor;
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        world.StandIn.Edit("UPDATE customer SET notes = 'Edited' WHERE id = (SELECT min(id) FROM customer)");

        (await world.SinceAsync(request, cursor)).Records.Should().ContainSingle(record => record.Values[0] == Value.Text("Edited"));
    }

    [Test, Clause("C3")]
    public async Task A_record_takes_the_key_that_it_is_given_and_is_made_once()
    {
        await using var world = await Worlds.PmsAsync();
        (string, Value)[] values = [("name", Value.Text("Nordavind AS")), ("divisionCode", Value.Integer(771))];

        (await world.CreateAsync("Customer", "mine", values)).Should().BeOfType<Written>().Which.Key.Should().Be("mine");
        (await world.CreateAsync("Customer", "mine", values)).Should().BeOfType<Rejected>();

        world.Capabilities("Customer").TakesKeys.Should().BeTrue();
        var found = await world.System.FindAsync(world.Request("Customer", "divisionCode"), ["divisionCode"], [Value.Integer(771)], CancellationToken.None);
        found.Records.Select(record => record.Key).Should().Equal("mine");
    }

    [Test]
    public async Task A_project_is_changed_and_deleted()
    {
        await using var world = await Worlds.PmsAsync();
        await world.CreateAsync("Project", "p", ("number", Value.Text("P-1")), ("name", Value.Text("Roof")), ("startsOn", Value.Date(new DateOnly(2026, 3, 1))), ("budgetHours", Value.Decimal(7.5m)));

        var changed = (Written)await world.UpdateAsync("Project", "p", ("budgetHours", Value.Decimal(7.5m), Value.Decimal(8.25m)), ("startsOn", Value.Date(new DateOnly(2026, 3, 1)), Value.None));

        changed.Stored!.Values.Should().Equal(Value.Decimal(8.25m), Value.None);
        (await world.DeleteAsync("Project", "p")).Should().BeOfType<Written>();
        (await world.LookUpAsync(world.Request("Project"), "p")).Records.Should().BeEmpty();
    }

    [Test]
    public async Task A_read_takes_a_call_an_entity_and_a_change_one()
    {
        await using var world = await Worlds.PmsAsync();
        var counted = new Counted(world, "Customer", "Project");

        (await counted.FirstAsync()).Should().HaveCount(2);
        (await counted.NextAsync()).Should().HaveCount(2);
        world.StandIn.Edit("UPDATE customer SET notes = 'Edited' WHERE id = (SELECT min(id) FROM customer)");
        (await counted.NextAsync()).Should().HaveCount(2);
        (await world.CallsOfAsync(() => world.UpdateAsync("Customer", world.Look("SELECT min(id) FROM customer"), ("notes", Value.None, Value.Text("x"))))).Should().ContainSingle();
    }

    private static async Task FillAsync(VendorWorld world)
    {
        for (var i = 0; i < 20; i++)
        {
            await world.CreateAsync("Project", $"p{i}", ("number", Value.Text($"P-{i}")), ("name", Value.Text("Roof")));
            await world.CreateAsync("Customer", $"c{i}", ("name", Value.Text("Customer")));
        }
    }
}

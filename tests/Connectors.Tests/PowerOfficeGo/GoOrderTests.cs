using SesamTalk.TestKit.Vendors;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.PowerOfficeGo;

public sealed class GoOrderTests
{
    [Test]
    public async Task An_order_is_created_with_its_lines_by_one_call()
    {
        await using var world = await Worlds.GoAsync();

        var made = await OrderAsync(world);

        world.Log.Calls.Select(call => call.ToString()).Should().Equal("POST /OAuth/Token", "POST /v2/SalesOrders/Complete");
        world.Look($"SELECT count(*) FROM SalesOrderLines WHERE SalesOrderId = '{made}'").Should().Be("2");
    }

    [Test, Clause("C3")]
    public async Task An_order_whose_create_was_cut_off_is_found_by_its_reference()
    {
        await using var world = await Worlds.GoAsync();
        var made = await OrderAsync(world);

        var found = await world.System.FindAsync(
            world.Request("SalesOrders", "ExternalImportReference"), ["ExternalImportReference"], [Value.Text("o-1")], CancellationToken.None);

        found.Records.Select(record => record.Key).Should().Equal(made);
    }

    [Test, Clause("R11")]
    public async Task Lines_are_changed_one_by_one()
    {
        await using var world = await Worlds.GoAsync();
        var made = await OrderAsync(world);
        var before = (await world.OneAsync(world.Request("SalesOrders", "SalesOrderLines"), made)).Values[0];
        var first = before.AsList.Single(line => line.AsElement[3] == Value.Text("first")).AsElement;
        Value changed = Value.Element([first[0], first[1], first[2], first[3], Value.Decimal(5), first[5]]);

        var outcome = await world.UpdateAsync("SalesOrders", made, ("SalesOrderLines", before, Value.List([changed, Line(3, "third")])));

        outcome.Should().BeOfType<Written>();
        var after = (await world.OneAsync(world.Request("SalesOrders", "SalesOrderLines"), made)).Values[0].AsList.OrderBy(line => line.AsElement[1].AsInteger).ToList();
        after.Select(line => line.AsElement[3]).Should().Equal(first[3], Value.Text("third"));
        after[0].AsElement[0].Should().Be(first[0], "a line that stays keeps its key");
        after[0].AsElement[4].Should().Be(Value.Decimal(5));
    }

    [Test, Clause("O5")]
    public async Task An_order_that_was_sent_as_an_invoice_is_not_taken_for_deleted()
    {
        await using var world = await Worlds.GoAsync();
        var (sent, deleted) = (await OrderAsync(world), await OrderAsync(world, "o-2"));
        world.StandIn.Edit($"DELETE FROM SalesOrderLines; DELETE FROM SalesOrders WHERE Id IN ('{sent}', '{deleted}'); INSERT INTO SentOrders (Id, SentAt) VALUES ('{sent}', '2026-06-01')");

        var found = await world.LookUpAsync(world.Request("SalesOrders"), sent, deleted);

        found.Records.Should().BeEmpty();
        found.Faults.Should().ContainSingle().Which.Should().Match<Reading.RecordFault>(fault => fault.Key == sent && fault.Message.Contains("invoice", StringComparison.Ordinal));
    }

    [Test, Clause("W2")]
    public async Task An_update_of_an_order_that_was_sent_as_an_invoice_is_rejected_and_does_not_make_it_gone()
    {
        await using var world = await Worlds.GoAsync();
        var (sent, deleted) = (await OrderAsync(world), await OrderAsync(world, "o-2"));
        world.StandIn.Edit($"DELETE FROM SalesOrderLines; DELETE FROM SalesOrders WHERE Id IN ('{sent}', '{deleted}'); INSERT INTO SentOrders (Id, SentAt) VALUES ('{sent}', '2026-06-01')");

        (await world.UpdateAsync("SalesOrders", sent, ("CustomerReference", Value.None, Value.Text("x")))).Should().BeOfType<Rejected>().Which.Message.Should().Contain("invoice");
        (await world.UpdateAsync("SalesOrders", deleted, ("CustomerReference", Value.None, Value.Text("x")))).Should().Be(new Changed(null));
    }

    [Test, Clause("W4")]
    public async Task A_confirmed_order_is_locked()
    {
        await using var world = await Worlds.GoAsync();
        var made = await OrderAsync(world);
        world.StandIn.Edit($"UPDATE SalesOrders SET SalesOrderStatus = 'Confirmed' WHERE Id = '{made}'");

        (await world.UpdateAsync("SalesOrders", made, ("CustomerReference", Value.None, Value.Text("x")))).Should().BeOfType<Rejected>().Which.Message.Should().Contain("locked");
    }

    private static Value Line(long position, string text) =>
        Value.Element([Value.None, Value.Integer(position), Value.None, Value.Text(text), Value.None, Value.None]);

    private static async Task<string> OrderAsync(VendorWorld world, string reference = "o-1")
    {
        var customer = Value.Integer(world.Number("SELECT min(Id) FROM Customers"));
        var made = await world.CreateAsync(
            "SalesOrders", ("CustomerId", customer), ("ExternalImportReference", Value.Text(reference)), ("SalesOrderLines", Value.List([Line(1, "first"), Line(2, "second")])));
        return made.Should().BeOfType<Written>().Which.Key;
    }
}

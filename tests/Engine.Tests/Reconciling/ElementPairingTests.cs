using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

/// <summary>Elements that are known by what they refer to: the two lists name it by keys of their own.</summary>
[Clause("R10")]
[Clause("R11")]
public sealed class ElementPairingTests
{
    private const string Erp = "erp/Order/o1";

    [Test]
    public async Task Elements_find_each_other_by_what_they_refer_to()
    {
        using var world = Orders().Add("exact/Item/i2", "name: Nut").Add("exact/SalesOrder/s1", "ref: 1, rows: i2/7").Add(Erp, "no: 1, lines: p1/5 | p2/7");
        await world.RunAsync();

        world.Elements("exact/SalesOrder/s1", "rows").Should().BeEquivalentTo("i2/7", $"{KeyOf(world, "p1")}/5");
        world.Elements(Erp, "lines").Should().Equal("p1/5", "p2/7");
        world.Conflicts().Should().BeEmpty();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [TestCase("p1/6 | p2/7", TestName = "changed")]
    [TestCase("p1/5 | p2/7 | p3/1", TestName = "added")]
    [TestCase("p2/7", TestName = "removed")]
    [TestCase("p1/5 | p3/1", TestName = "added and removed")]
    public async Task An_edit_of_them_arrives_from_either_side(string lines)
    {
        foreach (var fromSource in new[] { true, false })
        {
            using var world = Orders().Add(Erp, "no: 1, lines: p1/5 | p2/7");
            await world.RunAsync();
            var order = world.Only("exact/SalesOrder");
            world.Edit(fromSource ? Erp : order, fromSource ? "lines" : "rows", fromSource ? lines : There(world, lines));
            await world.RunAsync();

            world.Elements(Erp, "lines").Should().BeEquivalentTo(lines.Split(" | "));
            world.Elements(order, "rows").Should().BeEquivalentTo(There(world, lines).Split(" | "));
            world.Conflicts().Should().BeEmpty();
            (await world.CountWritesAsync()).Should().Be(0);
        }
    }

    [Test]
    public async Task What_refers_to_something_without_a_counterpart_stays_where_it_is_until_there_is_one()
    {
        using var world = Orders(CreatePolicy.Never).Add("exact/Item/i1", "name: Bolt").Add("exact/Item/i9", "name: Rope").Add(Erp, "no: 1, lines: p1/5 | p2/7");
        await world.RunAsync();
        var order = world.Only("exact/SalesOrder");
        world.Edit(order, "rows", "i1/5 | i9/4");
        await world.RunAsync();

        world.Elements(order, "rows").Should().BeEquivalentTo("i1/5", "i9/4");
        world.Elements(Erp, "lines").Should().BeEquivalentTo("p1/5", "p2/7");
        world.Waiting().Should().NotBeEmpty();

        world.Add("exact/Item/i2", "name: Nut").Add("erp/Product/p9", "name: Rope");
        await world.RunAsync();

        world.Elements(order, "rows").Should().BeEquivalentTo("i1/5", "i2/7", "i9/4");
        world.Elements(Erp, "lines").Should().BeEquivalentTo("p1/5", "p2/7", "p9/4");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_list_with_two_of_the_same_is_set_aside()
    {
        using var world = Orders().Add(Erp, "no: 1, lines: p1/5 | p2/7");
        await world.RunAsync();
        var order = world.Only("exact/SalesOrder");
        world.Edit(Erp, "lines", "p1/5 | p1/6");
        await world.RunAsync();

        world.Elements(order, "rows").Should().HaveCount(2);
        world.Elements(Erp, "lines").Should().Equal("p1/5", "p1/6");
    }

    private static World Orders(CreatePolicy products = CreatePolicy.Source) => new World()
        .System("erp", 2, "Product: name", "Order: no, lines[item! -> Product + amount decimal]")
        .System("exact", 1, "Item: name", "SalesOrder: ref, rows[article! -> Item + quantity decimal]")
        .Flow("0-orders", "erp/Order", "exact/SalesOrder", "no = ref; lines = rows each item=article { item = article of Product Item + amount = quantity }", "no=ref")
        .Flow("5-products", "erp/Product", "exact/Item", "name = name", "name", products)
        .Add("erp/Product/p1", "name: Bolt").Add("erp/Product/p2", "name: Nut").Add("erp/Product/p3", "name: Pin");

    private static string There(World world, string lines) =>
        string.Join(" | ", lines.Split(" | ").Select(line => line.Split('/')).Select(line => $"{KeyOf(world, line[0])}/{line[1]}"));

    private static string KeyOf(World world, string product) => world.CounterpartOf("5-products", $"erp/Product/{product}").Split('/')[2];
}

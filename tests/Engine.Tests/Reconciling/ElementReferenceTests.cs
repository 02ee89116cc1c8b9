using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

[Clause("R10")]
[Clause("R11")]
public sealed class ElementReferenceTests
{
    [Test]
    public async Task A_reference_of_an_element_is_translated_both_ways()
    {
        using var world = Orders().Add("erp/Product/p1", "name: Bolt").Add("erp/Product/p2", "name: Nut").Add("erp/Order/o1", "no: 1, lines: 1/p1/5");
        await world.RunAsync();
        var (bolt, nut) = (KeyOf(world, "p1"), KeyOf(world, "p2"));
        world.Elements(world.Only("exact/SalesOrder"), "rows").Should().Equal($"1/{bolt}/5");

        world.Edit(world.Only("exact/SalesOrder"), "rows", $"1/{nut}/5 | 2/{bolt}/1");
        await world.RunAsync();
        world.Elements("erp/Order/o1", "lines").Should().Equal("1/p2/5", "2/p1/1");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task An_order_and_its_new_products_arrive_in_one_run_whatever_the_flows_are_called([Values("0-orders", "9-orders")] string orders)
    {
        using var world = Orders("article! -> Item", orders).Add("erp/Product/p1", "name: Bolt").Add("erp/Product/p2", "name: Nut")
            .Add("erp/Order/o1", "no: 1, lines: 1/p1/5 | 2/p2/7");
        await world.RunAsync();

        world.Elements(world.Only("exact/SalesOrder"), "rows").Should().BeEquivalentTo($"1/{KeyOf(world, "p1")}/5", $"2/{KeyOf(world, "p2")}/7");
        world.Waiting().Should().BeEmpty();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task An_element_whose_mandatory_reference_waits_is_left_out_until_the_counterpart_is_there()
    {
        using var world = Orders("article! -> Item", products: CreatePolicy.Never).Add("exact/Item/i1", "name: Bolt")
            .Add("erp/Product/p1", "name: Bolt").Add("erp/Product/p2", "name: Nut").Add("erp/Product/p3", "name: Pin")
            .Add("erp/Order/o1", "no: 1, lines: 1/p1/5 | 2/p2/7 | 3/p3/9");
        await world.RunAsync();
        world.Elements(world.Only("exact/SalesOrder"), "rows").Should().Equal("1/i1/5");
        world.Waiting().Should().NotBeEmpty();

        world.Add("exact/Item/i2", "name: Nut");
        await world.RunAsync();
        world.Add("exact/Item/i3", "name: Pin");
        await world.RunAsync();
        world.Elements(world.Only("exact/SalesOrder"), "rows").Should().BeEquivalentTo("1/i1/5", "2/i2/7", "3/i3/9");
        world.Elements("erp/Order/o1", "lines").Should().HaveCount(3);
        world.Waiting().Should().BeEmpty();
    }

    [Test]
    public async Task An_element_goes_without_an_optional_reference_and_gets_it_later()
    {
        using var world = Orders(products: CreatePolicy.Never).Add("erp/Product/p2", "name: Nut").Add("erp/Order/o1", "no: 1, lines: 2/p2/7");
        await world.RunAsync();
        world.Elements(world.Only("exact/SalesOrder"), "rows").Should().Equal("2//7");
        world.Elements("erp/Order/o1", "lines").Should().Equal("2/p2/7");

        world.Add("exact/Item/i2", "name: Nut");
        await world.RunAsync();
        world.Elements(world.Only("exact/SalesOrder"), "rows").Should().Equal("2/i2/7");
    }

    private static World Orders(string article = "article -> Item", string orders = "0-orders", CreatePolicy products = CreatePolicy.Source) => new World()
        .System("erp", 2, "Product: name", "Order: no, lines[no integer + item -> Product + amount decimal]")
        .System("exact", 1, "Item: name", $"SalesOrder: ref, rows[number! integer + {article} + quantity decimal]")
        .Flow(orders, "erp/Order", "exact/SalesOrder", "no = ref; lines = rows each no=number { item = article of Product Item + amount = quantity }", "no=ref")
        .Flow("5-products", "erp/Product", "exact/Item", "name = name", "name", products);

    private static string KeyOf(World world, string product) => world.CounterpartOf("5-products", $"erp/Product/{product}").Split('/')[2];
}

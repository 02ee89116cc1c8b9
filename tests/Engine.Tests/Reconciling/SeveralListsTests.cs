using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

/// <summary>A flow that pairs the elements of more than one list.</summary>
[Clause("R11")]
public sealed class SeveralListsTests
{
    private const string Erp = "erp/Order/o1";

    [Test]
    public async Task An_element_that_is_removed_goes_from_each_of_two_lists_of_a_record()
    {
        using var world = Start();
        await world.RunAsync();
        await world.RunAsync();
        world.Edit(Erp, "lines", "1/Bolt").Edit(Exact(world), "fees", "8/Toll");
        await world.RunAsync();

        new[] { world.Elements(Erp, "lines"), world.Elements(Exact(world), "rows") }.Should().AllBeEquivalentTo(Split("1/Bolt"));
        new[] { world.Elements(Erp, "fees"), world.Elements(Exact(world), "fees") }.Should().AllBeEquivalentTo(Split("8/Toll"));
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("R4")]
    public async Task An_edit_of_one_list_is_no_conflict_because_another_list_was_looked_at()
    {
        using var world = Start();
        await world.RunAsync();
        await world.RunAsync();
        world.Edit(Erp, "lines", "1/Screw | 2/Nut").Edit(Exact(world), "fees", "8/Tax | 9/Port");
        await world.RunAsync();

        world.Elements(Exact(world), "rows").Should().BeEquivalentTo("1/Screw", "2/Nut");
        world.Elements(Erp, "fees").Should().BeEquivalentTo("8/Tax", "9/Port");
        world.Conflicts().Should().BeEmpty();
    }

    private static World Start() => new World()
        .System("erp", 2, "Order: no!, lines[no! integer + item], fees[no! integer + item]")
        .System("exact", 1, "SalesOrder: ref!, rows[number! integer + article], fees[no! integer + item]")
        .Flow("orders", "erp/Order", "exact/SalesOrder", "no = ref; lines = rows each no=number { item = article }; fees = fees each no { item = item }", "no=ref")
        .Add(Erp, "no: 1, lines: 1/Bolt | 2/Nut, fees: 8/Toll | 9/Port");

    private static string[] Split(string lines) => lines.Split(" | ");

    private static string Exact(World world) => world.Only("exact/SalesOrder");
}

using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

/// <summary>A system that gives elements keys of its own and tells them nobody but in a read.</summary>
[Clause("R11")]
[Clause("W2")]
public sealed class UntoldElementKeyTests
{
    private const string Rows = "no = ref; lines = rows each no=number { item = article + amount = quantity }";

    [Test]
    public async Task A_new_record_whose_elements_have_keys_that_nobody_tells_is_written_again_by_the_next_run()
    {
        using var world = new World()
            .System("erp", 2, "Order: no, lines[no integer + item + amount decimal]")
            .System("exact", 1, "SalesOrder: ref, rows[number! integer + article + quantity decimal]")
            .System("pms", 3, "Booking: no, lines[no! integer + item + amount decimal]")
            .Flow("orders", "erp/Order", "exact/SalesOrder", Rows, "no=ref")
            .Flow("rent", "pms/Booking", "exact/SalesOrder", Rows, "no=ref")
            .Add("erp/Order/o1", "no: 1, lines: 1/Bolt/5")
            .Can("exact/SalesOrder", c => c with { AnswersWithStoredState = false, LooksUpByKey = false });
        world.Add("pms/Booking/b1", "no: 1, lines: 1/Bolt/9");
        await world.RunAsync();
        world.Elements(world.Only("exact/SalesOrder"), "rows").Should().Equal(["1/Bolt/5"], "its keys are not known yet");
        world.DeadLetters().Should().BeEmpty("it is there");

        await world.RunAsync();
        world.Elements(world.Only("exact/SalesOrder"), "rows").Should().Equal("1/Bolt/9");
        world.Elements("erp/Order/o1", "lines").Should().Equal("1/Bolt/9");
        (await world.CountWritesAsync()).Should().Be(0);
    }
}

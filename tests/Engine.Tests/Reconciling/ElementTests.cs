using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

[Clause("R11")]
public sealed class ElementTests
{
    private const string Erp = "erp/Order/o1";

    [Test]
    public async Task A_new_record_brings_its_elements_along()
    {
        using var world = Start();
        await world.RunAsync();

        world.Elements(Exact(world), "rows").Should().Equal("1/Bolt/5", "2/Nut/7");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_record_made_in_the_source_brings_its_elements_along()
    {
        using var world = Systems().Add("exact/SalesOrder/s1", "ref: 9, rows: 1/Bolt/5");
        world.Change("orders", flow => flow with { Create = Engine.Flows.CreatePolicy.Both });
        await world.RunAsync();

        world.Elements(world.Only("erp/Order"), "lines").Should().Equal("1/Bolt/5");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [TestCase("1/Bolt/6 | 2/Nut/7", TestName = "changed")]
    [TestCase("1/Bolt/5 | 2/Nut/7 | 3/Pin/1", TestName = "added")]
    [TestCase("2/Nut/7", TestName = "removed")]
    [TestCase("1/Bolt/5 | 3/Pin/1", TestName = "added and removed")]
    [TestCase("1/Bolt/ | 2//9", TestName = "emptied")]
    [TestCase("", TestName = "all removed")]
    public async Task An_edit_of_elements_arrives_from_either_side(string lines)
    {
        foreach (var fromSource in new[] { true, false })
        {
            using var world = Start();
            await world.RunAsync();
            world.Edit(fromSource ? Erp : Exact(world), fromSource ? "lines" : "rows", lines);
            await world.RunAsync();

            world.Elements(Erp, "lines").Should().BeEquivalentTo(Split(lines));
            world.Elements(Exact(world), "rows").Should().BeEquivalentTo(Split(lines));
            world.Conflicts().Should().BeEmpty();
            (await world.CountWritesAsync()).Should().Be(0);
        }
    }

    [Test, Clause("O2")]
    public async Task Another_order_of_the_same_elements_is_no_edit()
    {
        using var world = Start();
        await world.RunAsync();
        world.Edit(Erp, "lines", "2/Nut/7 | 1/Bolt/5");

        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task Edits_of_one_element_on_both_sides_are_both_kept()
    {
        using var world = Start();
        await world.RunAsync();
        world.Edit(Erp, "lines", "1/Bolt/6 | 2/Nut/7 | 3/Pin/1").Edit(Exact(world), "rows", "1/Screw/5");
        await world.RunAsync();

        world.Elements(Erp, "lines").Should().Equal("1/Screw/6", "3/Pin/1");
        world.Elements(Exact(world), "rows").Should().Equal("1/Screw/6", "3/Pin/1");
        world.Conflicts().Should().BeEmpty();
    }

    [Test, Clause("R4")]
    public async Task A_conflict_names_the_element_and_its_property()
    {
        using var world = Start();
        await world.RunAsync();
        world.Edit(Erp, "lines", "1/Bolt/6 | 2/Nut/7").Edit(Exact(world), "rows", "1/Bolt/9 | 2/Nut/7");
        await world.RunAsync();

        world.Elements(Erp, "lines").Should().Equal("1/Bolt/9", "2/Nut/7");
        world.Conflicts().Should().ContainSingle().Which.Should().Match<ConflictSeen>(c =>
            c.Loser == $"{Erp} lines[no=1].amount" && c.LoserValue == "6" && c.WinnerValue == "9" && c.DecidedBy == "latest");
    }

    [Test, Clause("R4")]
    public async Task A_policy_holds_for_elements()
    {
        using var world = Start();
        world.Change("orders", flow => flow with { Conflict = Engine.Flows.ConflictPolicy.Source });
        await world.RunAsync();
        world.Edit(Erp, "lines", "1/Bolt/6 | 2/Nut/7").Edit(Exact(world), "rows", "1/Bolt/9 | 2/Nut/7");
        await world.RunAsync();

        world.Elements(Exact(world), "rows").Should().Equal("1/Bolt/6", "2/Nut/7");
    }

    [Test, Clause("D3")]
    public async Task A_removal_before_an_edit_of_the_element_gives_way_and_is_recorded()
    {
        using var world = Start();
        await world.RunAsync();
        world.Edit(Erp, "lines", "2/Nut/7").Edit(Exact(world), "rows", "1/Bolt/9 | 2/Nut/7");
        await world.RunAsync();

        world.Elements(Erp, "lines").Should().BeEquivalentTo("1/Bolt/9", "2/Nut/7");
        world.Conflicts().Should().ContainSingle(c => c.Winner.EndsWith("rows[number=1]", StringComparison.Ordinal));
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("D3")]
    public async Task A_removal_after_an_edit_of_the_element_wins_and_is_recorded()
    {
        using var world = Start();
        await world.RunAsync();
        world.Edit(Exact(world), "rows", "1/Bolt/9 | 2/Nut/7").Edit(Erp, "lines", "2/Nut/7");
        await world.RunAsync();

        world.Elements(Exact(world), "rows").Should().Equal("2/Nut/7");
        world.Conflicts().Should().ContainSingle(c => c.Loser.EndsWith("rows[number=1]", StringComparison.Ordinal));
    }

    [Test, Clause("R5")]
    public async Task A_removal_gives_way_and_is_recorded_also_where_the_other_side_never_had_the_element()
    {
        using var world = Start("no = ref; lines < rows each no=number { item = article }");
        await world.RunAsync();
        world.Edit(Erp, "lines", "2/Nut/7").Edit(Exact(world), "rows", "1/Screw/5");
        await world.RunAsync();

        world.Elements(Erp, "lines").Should().BeEquivalentTo("1/Screw/", "2/Nut/7");
        world.Conflicts().Should().ContainSingle(c => c.Winner.EndsWith("rows[number=1]", StringComparison.Ordinal));
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task An_element_that_comes_back_under_its_key_is_added_again()
    {
        using var world = Start();
        await world.RunAsync();
        world.Edit(Erp, "lines", "2/Nut/7");
        await world.RunAsync();
        world.Edit(Exact(world), "rows", "1/Cap/1 | 2/Nut/7");
        await world.RunAsync();

        world.Elements(Erp, "lines").Should().BeEquivalentTo("1/Cap/1", "2/Nut/7");
    }

    [Test, Clause("R5")]
    public async Task On_a_new_link_each_side_gets_the_elements_that_it_lacks()
    {
        using var world = Systems().Add(Erp, "no: 1, lines: 1/Bolt/5 | 2/Nut/").Add("exact/SalesOrder/s1", "ref: 1, rows: 2//7 | 3/Pin/1");
        await world.RunAsync();

        world.Elements(Erp, "lines").Should().BeEquivalentTo("1/Bolt/5", "2/Nut/7", "3/Pin/1");
        world.Elements("exact/SalesOrder/s1", "rows").Should().BeEquivalentTo("1/Bolt/5", "2/Nut/7", "3/Pin/1");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("R7")]
    public async Task A_list_with_a_direction_runs_that_way_only()
    {
        using var world = Start("no = ref; lines > rows each no=number { item = article + amount = quantity }");
        await world.RunAsync();
        world.Edit(Exact(world), "rows", "1/Bolt/5 | 3/Own/1");
        await world.RunAsync();
        world.Elements(Erp, "lines").Should().Equal("1/Bolt/5", "2/Nut/7");

        world.Edit(Erp, "lines", "1/Bolt/6 | 2/Nut/8");
        await world.RunAsync();
        world.Elements(Exact(world), "rows").Should().BeEquivalentTo("1/Bolt/6", "2/Nut/8", "3/Own/1");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("R7")]
    public async Task A_row_of_the_elements_may_have_a_direction_of_its_own()
    {
        using var world = Start("no = ref; lines = rows each no=number { item = article + amount > quantity }");
        await world.RunAsync();
        world.Edit(Exact(world), "rows", "1/Screw/9 | 2/Nut/7");
        await world.RunAsync();

        world.Elements(Erp, "lines").Should().Equal("1/Screw/5", "2/Nut/7");
    }

    [Test, Clause("R9")]
    public async Task A_row_of_the_elements_counts_while_its_condition_holds()
    {
        using var world = Start("no = ref; lines = rows each no=number { item = article + amount = quantity if item in Bolt }");
        await world.RunAsync();

        world.Elements(Exact(world), "rows").Should().Equal("1/Bolt/5", "2/Nut/");
    }

    [Test]
    public async Task Values_of_elements_are_converted()
    {
        using var world = Start("no = ref; lines = rows each no=number { item = article via upper + amount = quantity }");
        await world.RunAsync();
        world.Edit(Exact(world), "rows", "1/BOLT/5 | 2/CAP/7");
        await world.RunAsync();

        world.Elements(Erp, "lines").Should().Equal("1/Bolt/5", "2/CAP/7");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [TestCase("1/Bolt/5 | 1/Nut/7", "two elements have the same no=1")]
    [TestCase("1/Bolt/5 | /Nut/7", "an element has no no")]
    [Clause("W4")]
    public async Task A_list_whose_keys_are_not_clear_is_set_aside(string lines, string message)
    {
        using var world = Start();
        await world.RunAsync();
        world.Edit(Erp, "lines", lines);
        var report = await world.RunAsync();
        var again = await world.RunAsync();

        world.Elements(Exact(world), "rows").Should().Equal("1/Bolt/5", "2/Nut/7");
        report.Findings.Should().ContainSingle(f => f.Message.Contains(message, StringComparison.Ordinal));
        again.Findings.Should().BeEmpty();

        world.Edit(Erp, "lines", "1/Bolt/5 | 4/Nut/7");
        await world.RunAsync();
        world.Elements(Exact(world), "rows").Should().BeEquivalentTo("1/Bolt/5", "4/Nut/7");
        world.DeadLetters().Should().BeEmpty();
    }

    [Test, Clause("W1")]
    public async Task The_list_is_one_change_of_the_record_in_the_journal()
    {
        using var world = Start();
        await world.RunAsync();
        world.Edit(Erp, "lines", "1/Bolt/6").Edit(Erp, "no", "2");
        await world.RunAsync();

        world.Journal().Where(change => change.Run == 2).Should().HaveCount(2)
            .And.Contain(change => change.Property == "rows" && change.Before == "[(1, 1, Bolt, 5), (2, 2, Nut, 7)]" && change.After == "[(1, 1, Bolt, 6)]");
    }

    [Test, Clause("H2")]
    public async Task What_a_run_did_to_a_list_is_taken_back()
    {
        using var world = Start();
        await world.RunAsync();
        world.Edit(Erp, "lines", "1/Bolt/6 | 3/Pin/1");
        await world.RunAsync();
        await world.UndoAsync(2);
        await world.RunAsync();

        world.Elements(Exact(world), "rows").Should().BeEquivalentTo("1/Bolt/5", "2/Nut/7");
        world.Elements(Erp, "lines").Should().BeEquivalentTo("1/Bolt/5", "2/Nut/7");
    }

    [Test, Clause("T4")]
    public async Task A_run_that_is_killed_anywhere_loses_no_element([Range(1, 12)] int call, [Values] bool afterEffect)
    {
        using var world = Start();
        await world.RunAsync();
        world.Edit(Erp, "lines", "1/Bolt/6 | 3/Pin/1").Edit(Exact(world), "rows", "1/Screw/5 | 2/Nut/7 | 4/Cap/2").Add("erp/Order/o2", "no: 2, lines: 1/Nail/9");
        await world.RunAndDieAsync(call, afterEffect);
        await world.RunAsync();

        world.Elements(Erp, "lines").Should().BeEquivalentTo("1/Screw/6", "3/Pin/1", "4/Cap/2");
        world.Keys("exact/SalesOrder").Select(key => string.Join(" | ", world.Elements($"exact/SalesOrder/{key}", "rows").Order(StringComparer.Ordinal)))
            .Should().BeEquivalentTo("1/Screw/6 | 3/Pin/1 | 4/Cap/2", "1/Nail/9");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test, Clause("W2")]
    public async Task A_list_that_changed_underneath_is_looked_at_again()
    {
        using var world = Start();
        await world.RunAsync();
        world.Edit(Erp, "lines", "1/Bolt/6 | 2/Nut/7");
        var exact = Exact(world);
        world.Faults("exact").BeforeNext(Connectors.Memory.Faults.CallKind.Write, () => world.EditNow(exact, "rows", "1/Bolt/5 | 2/Nut/7 | 3/Pin/1"));
        await world.RunAsync();

        world.Elements(exact, "rows").Should().Equal("1/Bolt/6", "2/Nut/7", "3/Pin/1");
        world.Elements(Erp, "lines").Should().Equal("1/Bolt/6", "2/Nut/7", "3/Pin/1");
    }

    private static World Start(string rows = "no = ref; lines = rows each no=number { item = article + amount = quantity }") =>
        Systems(rows).Add(Erp, "no: 1, lines: 1/Bolt/5 | 2/Nut/7");

    private static World Systems(string rows = "no = ref; lines = rows each no=number { item = article + amount = quantity }") => new World()
        .System("erp", 2, "Order: no, lines[no integer + item + amount decimal]")
        .System("exact", 1, "SalesOrder: ref, rows[number! integer + article + quantity decimal]")
        .Flow("orders", "erp/Order", "exact/SalesOrder", rows, "no=ref");

    private static string Exact(World world) => world.Only("exact/SalesOrder");

    private static string[] Split(string lines) => lines.Split(" | ", StringSplitOptions.RemoveEmptyEntries);
}

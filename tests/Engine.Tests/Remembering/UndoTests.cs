using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Remembering;

[Clause("H2")]
public sealed class UndoTests
{
    [Test]
    public async Task What_a_run_has_changed_is_as_before_on_all_sides_and_stays_so()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        var run = (await world.RunAsync()).Run;
        var undone = await world.UndoAsync(run);

        undone!.Restored.Should().Be(1);
        world.Value("crm/Contact/c1", "phone").Should().Be("1");
        world.Value("erp/Person/p1", "phone").Should().Be("1", "it settles everywhere");
        world.Conflicts().Should().BeEmpty();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("H1")]
    public async Task It_is_a_run_of_its_own_and_can_be_taken_back_itself()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        var run = (await world.RunAsync()).Run;
        var undone = (await world.UndoAsync(run))!.Run.Run;

        undone.Should().BeGreaterThan(run);
        world.Journal().Where(change => change.Run == undone).Should().Contain(change => change.Record == "crm/Contact/c1" && change.Before == "2" && change.After == "1");
        await world.UndoAsync(undone);
        world.Value("crm/Contact/c1", "phone").Should().Be("2");
        world.Value("erp/Person/p1", "phone").Should().Be("2");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task What_was_taken_back_already_is_not_restored_again()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        var run = (await world.RunAsync()).Run;
        await world.UndoAsync(run);

        var again = await world.UndoAsync(run);

        again!.Restored.Should().Be(0);
        again.Changes.Should().ContainSingle().Which.Reason.Should().Be("it was changed since");
    }

    [Test]
    public async Task What_somebody_has_changed_since_is_left_and_listed_even_where_no_run_has_seen_it()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2").Edit("erp/Person/p1", "name", "Anne");
        var run = (await world.RunAsync()).Run;
        world.Edit("erp/Person/p1", "phone", "3");
        var undone = await world.UndoAsync(run);

        world.Value("erp/Person/p1", "phone").Should().Be("3");
        world.Value("crm/Contact/c1", "phone").Should().Be("3");
        world.Value("crm/Contact/c1", "name").Should().Be("Anna");
        undone!.Changes.Where(change => change.Reason != null).Select(change => (change.Record, change.Property, change.Reason))
            .Should().Equal(("crm/Contact/c1", "phone", "it was changed since"));
    }

    [Test]
    public async Task What_the_run_had_created_is_left_and_listed_once()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna);
        var run = (await world.RunAsync()).Run;
        var undone = await world.UndoAsync(run);

        var created = world.Only("crm/Contact");
        undone!.Changes.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Record = created, Property = (string?)null, Reason = "that run created it; delete it in crm if it is not wanted" });
        undone.Restored.Should().Be(0);
    }

    [Test]
    [Clause("W2")]
    public async Task An_edit_in_the_middle_of_the_undo_is_not_overwritten()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        var run = (await world.RunAsync()).Run;
        world.Faults("crm").BeforeNext(Connectors.Memory.Faults.CallKind.Write, () => world.EditNow("crm/Contact/c1", "phone", "9"));
        var undone = await world.UndoAsync(run);

        world.Value("crm/Contact/c1", "phone").Should().Be("9");
        world.Value("erp/Person/p1", "phone").Should().Be("9");
        undone!.Changes.Single().Reason.Should().Be("it was changed since");
    }

    [Test]
    public async Task What_a_system_does_not_take_is_left_and_listed()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        var run = (await world.RunAsync()).Run;
        world.Faults("crm").Reject(_ => true, "no");
        var undone = await world.UndoAsync(run);

        undone!.Changes.Single().Reason.Should().Be("crm did not take it; the findings tell why");
        world.Value("erp/Person/p1", "phone").Should().Be("2");
    }

    [Test]
    public async Task An_emptied_value_is_there_again()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", null);
        var run = (await world.RunAsync()).Run;
        await world.UndoAsync(run);

        world.Value("erp/Person/p1", "phone").Should().Be("1");
        world.Value("crm/Contact/c1", "phone").Should().Be("1");
    }

    [Test]
    public async Task What_came_together_on_a_new_link_is_not_taken_from_where_it_always_was()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", "name: Anna, mail: anna@x.no");
        var run = (await world.RunAsync()).Run;
        var undone = await world.UndoAsync(run);

        world.Value("erp/Person/p1", "phone").Should().Be("1");
        undone!.Changes.Single().Reason.Should().Be("erp/Person/p1 held the value before the two were linked, and would lose it; unlink them first");

        world.Change("people", flow => flow with { Create = Flows.CreatePolicy.Never }).Unlink("erp/Person/p1", "crm/Contact/c1");
        (await world.UndoAsync(run))!.Restored.Should().Be(1);
        world.Value("crm/Contact/c1", "phone").Should().BeNull();
        world.Value("erp/Person/p1", "phone").Should().Be("1");
    }

    [Test]
    public async Task In_a_circle_every_side_is_as_before()
    {
        using var world = People.InACircle().Add("a/P/p1", People.Anna);
        await world.RunAsync();
        world.Edit("a/P/p1", "phone", "2");
        var run = (await world.RunAsync()).Run;
        await world.UndoAsync(run);

        Everywhere(world).Should().AllBe("1");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("R7")]
    public async Task A_value_that_runs_one_way_stays_restored_until_the_sending_side_changes()
    {
        using var world = await People.SettledAsync("name = name; mail = mail; phone > phone");
        world.Edit("erp/Person/p1", "phone", "2");
        var run = (await world.RunAsync()).Run;
        await world.UndoAsync(run);
        await world.RunAsync();

        world.Value("crm/Contact/c1", "phone").Should().Be("1");
        world.Value("erp/Person/p1", "phone").Should().Be("2");
    }

    [Test]
    public async Task A_run_that_never_was_is_told()
    {
        using var world = await People.SettledAsync();

        (await world.UndoAsync(99)).Should().BeNull();
    }

    [Test]
    public async Task A_flow_that_is_no_longer_there_leaves_its_changes()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        var run = (await world.RunAsync()).Run;
        world.Change("people", flow => flow with { Properties = [.. flow.Properties.Take(2)] });

        (await world.UndoAsync(run))!.Changes.Single().Reason.Should().Be("no flow maps it any longer");
    }

    private static IEnumerable<string?> Everywhere(World world) => [world.Value(world.Only("a/P"), "phone"), world.Value(world.Only("b/P"), "phone"), world.Value(world.Only("c/P"), "phone")];
}

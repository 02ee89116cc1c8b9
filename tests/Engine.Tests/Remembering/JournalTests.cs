using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Remembering;

[Clause("H1")]
public sealed class JournalTests
{
    [Test]
    public async Task A_change_is_remembered_with_where_it_came_from_and_by_which_row()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        var report = await world.RunAsync();

        world.Journal().Where(change => change.Run == report.Run).Should().Equal(new ChangeSeen(
            report.Run, "crm/Contact/c1", "phone", "1", "2", "people", "flows/people.flow.yaml:13", "erp/Person/p1"));
    }

    [Test]
    public async Task A_creation_is_remembered_property_by_property()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna);
        await world.RunAsync();

        var contact = world.Only("crm/Contact");
        world.Journal().Should().AllSatisfy(change => change.Record.Should().Be(contact));
        world.Journal().Select(change => (change.Property, change.Before, change.After, change.Place)).Should().BeEquivalentTo(
        [
            ("name", null, "Anna", "flows/people.flow.yaml:11"),
            ("mail", null, "anna@x.no", "flows/people.flow.yaml:12"),
            ("phone", (string?)null, "1", "flows/people.flow.yaml:13"),
        ]);
    }

    [Test]
    public async Task An_edit_that_goes_through_a_chain_keeps_its_origin()
    {
        using var world = People.InACircle().Change("ac", flow => flow with { Properties = [flow.Properties[1]] }).Add("a/P/p1", People.Anna);
        await world.RunAsync();
        world.Edit("a/P/p1", "phone", "2");
        var report = await world.RunAsync();

        var changes = world.Journal().Where(change => change.Run == report.Run).ToList();
        changes.Select(change => change.Flow).Should().Equal("ab", "bc");
        changes.Should().AllSatisfy(change => change.Origin.Should().Be("a/P/p1"));
    }

    [Test]
    public async Task What_was_not_applied_is_not_in_the_journal()
    {
        using var world = await People.SettledAsync();
        world.Faults("crm").Reject(_ => true, "no");
        world.Edit("erp/Person/p1", "phone", "2");
        await world.RunAsync();

        world.Journal().Should().BeEmpty();
    }
}

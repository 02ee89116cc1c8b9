using SesamTalk.Engine.State;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Remembering;

[Clause("H2")]
public sealed class ExplainTests
{
    [Test]
    public async Task A_value_that_was_carried_over_tells_the_edit_the_flow_and_the_row()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        var edited = world.Clock.GetUtcNow();
        var report = await world.RunAsync();

        var phone = Explain(world, "crm/Contact/c1", "phone");

        (phone.Value.ToString(), phone.Origin, phone.EditedIn, phone.EditedAt).Should().Be(("2", ValueOrigin.Elsewhere, "erp/Person/p1", edited));
        (phone.Written!.Run, phone.Written.Flow, phone.Written.File, phone.Written.Line).Should().Be((report.Run, "people", "flows/people.flow.yaml", 13));
    }

    [Test]
    public async Task A_value_that_was_edited_in_the_record_tells_so()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        await world.RunAsync();

        Explain(world, "erp/Person/p1", "phone").Should().Match<PropertyExplanation>(p => p.Origin == ValueOrigin.Here && p.Written == null);
        Explain(world, "crm/Contact/c1", "name").Origin.Should().Be(ValueOrigin.FirstSight);
    }

    [Test]
    public async Task So_does_one_that_was_empty_before()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", "name: Anna, mail: anna@x.no");
        await world.RunAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        await world.RunAsync();

        Explain(world, "erp/Person/p1", "phone").Origin.Should().Be(ValueOrigin.Here);
    }

    [Test]
    public async Task The_conflicts_that_it_won_and_lost_are_told()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2").Edit("crm/Contact/c1", "phone", "3");
        await world.RunAsync();

        Explain(world, "erp/Person/p1", "phone").Conflicts.Should().ContainSingle().Which.LoserValue.Should().Be("2");
        Explain(world, "crm/Contact/c1", "phone").Conflicts.Should().ContainSingle();
        Explain(world, "crm/Contact/c1", "name").Conflicts.Should().BeEmpty();
    }

    [Test]
    [Clause("I7")]
    public async Task The_links_are_told_with_their_evidence()
    {
        using var world = await People.SettledAsync();

        var link = world.Ask(state => state.Explain("erp/Person/p1", null))!.Links.Links.Single();

        (link.Flow, link.Counterpart, link.Detail, link.Run).Should().Be(("people", "crm/Contact/c1", "mail", 1));
    }

    [Test]
    public async Task A_record_that_no_run_has_seen_has_no_explanation()
    {
        using var world = await People.SettledAsync();

        world.Ask(state => state.Explain("erp/Person/p9", null)).Should().BeNull();
        world.Ask(state => state.Explain("nonsense", null)).Should().BeNull();
    }

    [Test]
    public async Task The_history_of_a_record_ends_with_the_newest_and_is_cut_at_the_old_end()
    {
        using var world = await People.SettledAsync();
        foreach (var phone in new[] { "2", "3", "4" })
        {
            world.Edit("erp/Person/p1", "phone", phone);
            await world.RunAsync();
        }

        var history = world.Ask(state => state.History("crm/Contact/c1", 2))!;

        history.Changes.Select(change => change.After.ToString()).Should().Equal("3", "4");
        history.Earlier.Should().Be(1);
    }

    private static PropertyExplanation Explain(World world, string record, string property) =>
        world.Ask(state => state.Explain(record, property))!.Properties.Single();
}

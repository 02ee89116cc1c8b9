using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Linking;

[Clause("I4")]
public sealed class AmbiguityTests
{
    [Test]
    public async Task Two_on_one_side_and_one_on_the_other_go_to_review_and_nothing_is_linked_or_created()
    {
        using var world = Ambiguous();
        var report = await world.RunAsync();

        world.Links("people").Should().BeEmpty();
        world.Keys("crm/Contact").Should().Equal("c1");
        world.Reviews().Select(r => r.Subject).Should().BeEquivalentTo("erp/Person/p1", "erp/Person/p2", "crm/Contact/c1");
        report.Flows.Single().InReview.Should().Be(3);
    }

    [Test]
    public async Task One_and_two_go_to_review_as_well()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", People.Anna).Add("crm/Contact/c2", People.Anna);
        await world.RunAsync();

        world.Links("people").Should().BeEmpty();
        world.Reviews().Should().HaveCount(3);
    }

    [Test]
    public async Task What_is_in_review_keeps_nobody_else_from_being_linked()
    {
        using var world = Ambiguous().Add("erp/Person/p3", "name: Bo, mail: bo@x.no").Add("crm/Contact/c3", "name: Bo, mail: bo@x.no");
        await world.RunAsync();

        world.Links("people").Should().ContainSingle().Which.Should().BeEquivalentTo(new { Source = "p3", Target = "c3" });
    }

    [Test]
    public async Task What_is_no_longer_ambiguous_leaves_review()
    {
        using var world = Ambiguous();
        await world.RunAsync();
        world.Edit("erp/Person/p2", "mail", "bo@x.no");
        await world.RunAsync();

        world.Reviews().Should().BeEmpty();
        world.Links("people").Should().HaveCount(2);
        world.CounterpartOf("people", "erp/Person/p1").Should().Be("crm/Contact/c1");
        world.Keys("crm/Contact").Should().HaveCount(2);
    }

    [Test]
    public async Task Review_stays_as_it_is_while_nothing_changes()
    {
        using var world = Ambiguous();
        await world.RunAsync();
        var report = await world.RunAsync();

        report.Flows.Single().InReview.Should().Be(3);
        report.Writes.Should().Be(0);
    }

    [Test]
    public async Task Two_who_share_a_mailbox_that_nobody_has_on_the_other_side_become_two()
    {
        using var world = People.InTwoSystems()
            .Add("erp/Person/p1", "name: Anna, mail: post@x.no").Add("erp/Person/p2", "name: Bo, mail: post@x.no");
        await world.RunAsync();

        world.Records("crm/Contact").Should().Equal("name: Anna, mail: post@x.no, phone: ", "name: Bo, mail: post@x.no, phone: ");
        world.Links("people").Should().HaveCount(2);
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task Where_no_free_record_carries_the_values_the_next_rule_is_asked()
    {
        using var world = People.InTwoSystems(match: "mail | phone")
            .Add("erp/Person/p1", "name: Anna, mail: post@x.no, phone: 1")
            .Add("erp/Person/p2", "name: Bo, mail: post@x.no, phone: 2")
            .Add("crm/Contact/c1", "phone: 1").Add("crm/Contact/c2", "phone: 2");
        await world.RunAsync();

        world.Links("people").Select(link => (link.Source, link.Target)).Should().Equal(("p1", "c1"), ("p2", "c2"));
    }

    [Test]
    public async Task A_record_that_has_its_link_is_not_free_and_makes_nothing_ambiguous()
    {
        using var world = await People.SettledAsync();
        world.Add("erp/Person/p2", "name: Bo, mail: anna@x.no").Add("crm/Contact/c2", "name: Bo, mail: anna@x.no");
        await world.RunAsync();

        world.CounterpartOf("people", "erp/Person/p2").Should().Be("crm/Contact/c2");
        world.Reviews().Should().BeEmpty();
    }

    private static World Ambiguous() => People.InTwoSystems()
        .Add("erp/Person/p1", "name: Anna, mail: anna@x.no").Add("erp/Person/p2", "name: Bo, mail: anna@x.no").Add("crm/Contact/c1", People.Anna);
}

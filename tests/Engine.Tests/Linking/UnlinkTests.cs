using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Linking;

[Clause("I6")]
public sealed class UnlinkTests
{
    [Test]
    public async Task A_later_change_of_a_match_property_does_not_move_a_link()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "mail", "other@x.no").Add("crm/Contact/c2", "name: Bo, mail: other@x.no");
        await world.RunAsync();

        world.CounterpartOf("people", "erp/Person/p1").Should().Be("crm/Contact/c1");
    }

    [Test]
    public async Task Unlinking_writes_nothing_and_deletes_nothing()
    {
        using var world = await NeverCreatedAsync();
        var before = (world.Memory.Calls.Written, world.Contents());
        var outcome = world.Unlink("erp/Person/p1", "crm/Contact/c1");
        await world.RunAsync();

        outcome.Message.Should().Be(
            "Unlinked erp/Person/p1 and crm/Contact/c1. They are never linked again by themselves; nothing was written to any system.");
        (world.Memory.Calls.Written, world.Contents()).Should().Be(before);
        world.Links("people").Should().BeEmpty();
    }

    [Test]
    public async Task Two_that_were_unlinked_are_not_linked_again_by_a_rule()
    {
        using var world = await NeverCreatedAsync();
        world.Unlink("erp/Person/p1", "crm/Contact/c1");
        await world.RunAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        await world.RunAsync();

        world.Links("people").Should().BeEmpty();
        world.Reviews().Should().BeEmpty("nobody has to decide what a person has decided");
        world.Value("crm/Contact/c1", "phone").Should().Be("1");
    }

    [Test]
    public async Task Nor_by_their_cluster()
    {
        using var world = People.InACircle();
        world.Add("a/P/p1", People.Anna).Add("b/P/p1", People.Anna).Add("c/P/p1", People.Anna);
        await world.RunAsync();
        world.Unlink("a/P/p1", "c/P/p1");
        await world.RunAsync();

        world.Links("ac").Should().BeEmpty();
        world.Links("ab").Should().ContainSingle();
        world.Links("bc").Should().ContainSingle();
        world.Keys("c/P").Should().Equal("p1");
    }

    [Test]
    public async Task They_are_no_evidence_for_each_other_and_make_nobody_else_ambiguous()
    {
        using var world = await NeverCreatedAsync();
        world.Unlink("erp/Person/p1", "crm/Contact/c1");
        world.Add("erp/Person/p2", People.Anna);
        await world.RunAsync();

        world.Links("people").Should().ContainSingle().Which.Should().BeEquivalentTo(new { Source = "p2", Target = "c1", Evidence = "rule" });
        world.Reviews().Should().BeEmpty();
    }

    [Test]
    public async Task A_person_may_link_them_again()
    {
        using var world = await NeverCreatedAsync();
        world.Unlink("erp/Person/p1", "crm/Contact/c1");
        world.Link("erp/Person/p1", "crm/Contact/c1").Result.Should().Be(DecisionResult.Done);
        world.Edit("erp/Person/p1", "phone", "2");
        await world.RunAsync();

        world.Links("people").Should().ContainSingle().Which.Evidence.Should().Be("person");
        world.Value("crm/Contact/c1", "phone").Should().Be("2");
    }

    [Test]
    public async Task The_clusters_are_recomputed()
    {
        using var world = People.InACircle().Change("ac", flow => flow with { Create = CreatePolicy.Never, Match = [] });
        world.Change("bc", flow => flow with { Create = CreatePolicy.Never }).Change("ab", flow => flow with { Create = CreatePolicy.Never });
        world.Add("a/P/p1", People.Anna).Add("b/P/p1", People.Anna).Add("c/P/p1", People.Anna);
        await world.RunAsync();
        world.Links("ac").Should().ContainSingle().Which.Evidence.Should().Be("cluster");
        world.Unlink("a/P/p1", "c/P/p1");
        world.Unlink("a/P/p1", "b/P/p1");
        world.Add("a/P/p2", "name: Other, mail: anna@x.no");
        await world.RunAsync();

        world.Links("ab").Should().ContainSingle().Which.Source.Should().Be("p2", "b's cluster has nobody of a any longer");
        world.Links("ac").Should().ContainSingle().Which.Source.Should().Be("p2");
    }

    [Test]
    [Clause("C1")]
    public async Task The_source_then_gets_a_counterpart_of_its_own_once()
    {
        using var world = await People.SettledAsync();
        world.Unlink("erp/Person/p1", "crm/Contact/c1");
        await world.RunAsync();
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(2);
        world.Links("people").Should().ContainSingle().Which.Target.Should().NotBe("c1");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("C1")]
    public async Task But_not_where_a_person_links_it_before_the_next_run()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", People.Anna).Add("crm/Contact/c2", "name: Anna B");
        await world.RunAsync();
        world.Unlink("erp/Person/p1", "crm/Contact/c1");
        world.Link("erp/Person/p1", "crm/Contact/c2");
        await world.RunAsync();

        world.Keys("crm/Contact").Should().Equal("c1", "c2");
    }

    [Test]
    public async Task Two_that_are_not_linked_can_be_kept_apart_beforehand()
    {
        using var world = People.InTwoSystems(CreatePolicy.Never).Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", People.Anna).Add("crm/Contact/c2", People.Anna);
        await world.RunAsync();
        world.Unlink("erp/Person/p1", "crm/Contact/c1").Message.Should().Be("erp/Person/p1 and crm/Contact/c1 were not linked, and now never will be by themselves.");
        await world.RunAsync();

        world.Links("people").Should().ContainSingle().Which.Target.Should().Be("c2", "it is the only one left");
        world.Reviews().Should().BeEmpty();
    }

    private static async Task<World> NeverCreatedAsync()
    {
        var world = People.InTwoSystems(CreatePolicy.Never).Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", People.Anna);
        await world.RunAsync();
        return world;
    }
}

using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Linking;

[Clause("I2")]
public sealed class PersonsLinkTests
{
    [Test]
    [Clause("I7")]
    public async Task A_person_links_two_records_that_no_rule_finds_and_the_link_says_so()
    {
        using var world = await StrangersAsync();
        world.Link("erp/Person/p1", "crm/Contact/c1").Result.Should().Be(DecisionResult.Done);

        world.Links("people").Should().ContainSingle().Which.Should().BeEquivalentTo(new { Source = "p1", Target = "c1", Evidence = "person", Run = 2L });
        await world.RunAsync();
        world.Value("crm/Contact/c1", "phone").Should().Be("1");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_person_may_name_the_two_in_either_order()
    {
        using var world = await StrangersAsync();
        world.Link("crm/Contact/c1", "erp/Person/p1").Result.Should().Be(DecisionResult.Done);

        world.Links("people").Should().ContainSingle().Which.Source.Should().Be("p1");
    }

    [Test]
    [Clause("I4")]
    public async Task A_link_by_a_person_clears_up_what_was_ambiguous()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", "name: Anna, mail: anna@x.no")
            .Add("erp/Person/p2", "name: Bo, mail: anna@x.no").Add("crm/Contact/c1", People.Anna);
        await world.RunAsync();
        world.Link("erp/Person/p2", "crm/Contact/c1");
        await world.RunAsync();

        world.Reviews().Should().BeEmpty();
        world.CounterpartOf("people", "erp/Person/p2").Should().Be("crm/Contact/c1");
        world.Keys("crm/Contact").Should().HaveCount(2, "the other one has nobody there who could be it");
    }

    [Test]
    [Clause("I1")]
    public async Task A_record_that_has_a_link_is_not_given_a_second_one()
    {
        using var world = await People.SettledAsync();
        world.Add("crm/Contact/c2", "name: Cy, mail: cy@x.no");
        await world.RunAsync();

        var outcome = world.Link("erp/Person/p1", "crm/Contact/c2");

        outcome.Result.Should().Be(DecisionResult.Refused);
        outcome.Message.Should().Be("erp/Person/p1 is linked with crm/Contact/c1 in people, and a record has one link in a flow.");
        outcome.Next.Should().Be("First: 'sesamtalk links unlink erp/Person/p1 crm/Contact/c1'.");
    }

    [Test]
    [Clause("I5")]
    public async Task A_person_cannot_put_two_records_of_an_entity_into_one_cluster_and_is_told()
    {
        using var world = await JoinedBySideAsync();
        var outcome = world.Link("b/P/p1", "c/P/p2");

        outcome.Result.Should().Be(DecisionResult.Refused);
        outcome.Message.Should().Contain("a link would put 2 records of a/P into one cluster");
        world.Links("bc").Should().BeEmpty();
    }

    [Test]
    [Clause("I5")]
    public async Task Unless_the_workspace_allows_several_of_that_entity()
    {
        using var world = await JoinedBySideAsync();
        world.Clusters = ClusterLimits.Default with { Several = ["a/P"] };

        world.Link("b/P/p1", "c/P/p2").Result.Should().Be(DecisionResult.Done);
    }

    [Test]
    [Clause("I5")]
    public async Task A_person_cannot_make_a_cluster_larger_than_the_workspace_says()
    {
        using var world = await StrangersAsync();
        world.Clusters = ClusterLimits.Default with { AtMost = 1 };

        world.Link("erp/Person/p1", "crm/Contact/c1").Message.Should().Contain("the workspace allows 1");
    }

    [Test]
    [Clause("D4")]
    public async Task A_record_that_is_gone_is_not_linked()
    {
        using var world = await StrangersAsync();
        world.Delete("crm/Contact/c1");
        await world.RunAsync();

        world.Link("erp/Person/p1", "crm/Contact/c1").Message.Should().Be("crm/Contact/c1 is no longer there.");
    }

    [TestCase("p1", "'p1' does not name a record.")]
    [TestCase("erp/Persn/p1", "No flow is on erp/Persn. Did you mean erp/Person?")]
    [TestCase("erp/Person/p9", "No run has seen erp/Person/p9.")]
    public async Task A_name_that_names_nothing_is_told(string name, string message)
    {
        using var world = await StrangersAsync();

        world.Link(name, "crm/Contact/c1").Should().Match<DecisionOutcome>(o => o.Result == DecisionResult.NotFound && o.Message == message);
    }

    [Test]
    public void Where_nothing_has_run_there_is_nothing_to_decide()
    {
        using var world = People.InTwoSystems();

        world.Link("erp/Person/p1", "crm/Contact/c1").Result.Should().Be(DecisionResult.NotFound);
    }

    /// <summary>Anna twice, and nothing that tells that it is the same.</summary>
    private static async Task<World> StrangersAsync()
    {
        var world = People.InTwoSystems(CreatePolicy.Never).Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", "name: Anna");
        await world.RunAsync();
        return world;
    }

    /// <summary>Two of a, one of which is linked to b, and the other to c.</summary>
    private static async Task<World> JoinedBySideAsync()
    {
        var world = People.InACircle();
        foreach (var flow in new[] { "ab", "bc", "ac" })
        {
            world.Change(flow, it => it with { Create = CreatePolicy.Never });
        }

        world.Add("a/P/p1", "name: One, mail: one@x.no").Add("b/P/p1", "name: One, mail: one@x.no");
        world.Add("a/P/p2", "name: Two, mail: two@x.no").Add("c/P/p2", "name: Two, mail: two@x.no");
        await world.RunAsync();
        return world;
    }
}

using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Linking;

[Clause("I5")]
public sealed class ClusterTests
{
    [Test]
    public async Task A_link_that_would_put_two_records_of_an_entity_into_one_cluster_goes_to_review()
    {
        using var world = Crossed();
        await world.RunAsync();

        world.Links("3-exact-crm").Should().BeEmpty();
        world.Reviews().Select(r => r.Subject).Should().Contain(["exact/Person/e1", "crm/Contact/c1"]);
    }

    [Test]
    public async Task Unless_the_workspace_allows_several_of_that_entity()
    {
        using var world = Crossed();
        world.Clusters = ClusterLimits.Default with { Several = ["erp/Person"] };
        await world.RunAsync();

        world.Links("3-exact-crm").Should().ContainSingle();
    }

    [Test]
    public async Task A_cluster_holds_no_more_records_than_the_workspace_says()
    {
        using var world = People.InACircle();
        world.Clusters = ClusterLimits.Default with { AtMost = 2 };
        world.Add("a/P/p1", People.Anna).Add("b/P/p1", People.Anna).Add("c/P/p1", People.Anna);
        await world.RunAsync();

        (world.Links("ab").Count + world.Links("ac").Count + world.Links("bc").Count).Should().Be(1);
        world.Reviews().Should().NotBeEmpty();
    }

    [Test]
    public async Task Nor_is_a_record_created_that_would_be_one_too_many()
    {
        using var world = People.InACircle();
        world.Clusters = ClusterLimits.Default with { AtMost = 2 };
        world.Add("a/P/p1", People.Anna);
        await world.RunAsync();

        (world.Keys("b/P").Count + world.Keys("c/P").Count).Should().Be(1);
    }

    [Test]
    public async Task Where_a_cluster_may_hold_several_of_an_entity_each_of_them_gets_its_counterpart()
    {
        using var world = Crossed().System("shop", 5, "Customer: no, code").Flow("4-shop", "erp/Person", "shop/Customer", "no = no; code = code", "no | code");
        world.Clusters = ClusterLimits.Default with { Several = ["erp/Person", "shop/Customer"] };
        await world.RunAsync();

        world.Links("4-shop").Select(link => link.Source).Should().Equal("p1", "p2");
        world.Keys("shop/Customer").Should().HaveCount(2);
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task Where_it_may_not_only_one_of_them_does()
    {
        using var world = Crossed().System("shop", 5, "Customer: no, code").Flow("4-shop", "erp/Person", "shop/Customer", "no = no; code = code", "no | code");
        world.Clusters = ClusterLimits.Default with { Several = ["erp/Person"] };
        await world.RunAsync();

        world.Keys("shop/Customer").Should().ContainSingle();
    }

    [Test]
    [Clause("I1")]
    public async Task A_record_has_at_most_one_link_in_a_flow()
    {
        using var world = People.InTwoSystems(CreatePolicy.Both).Add("erp/Person/p1", People.Anna).Add("erp/Person/p2", "name: Anna")
            .Add("crm/Contact/c1", People.Anna).Add("crm/Contact/c2", "name: Anna");
        await world.RunAsync();
        world.Edit("erp/Person/p2", "mail", "anna@x.no");
        await world.RunAsync();

        world.Links("people").Select(link => link.Source).Should().OnlyHaveUniqueItems();
        world.Links("people").Select(link => link.Target).Should().OnlyHaveUniqueItems();
    }

    /// <summary>Two persons of the ERP, one of whom is linked to the CRM and the other to Exact, where both look like one.</summary>
    private static World Crossed() => new World()
        .System("erp", 30, "Person: no, code")
        .System("crm", 20, "Contact: no, tax")
        .System("exact", 10, "Person: code, tax")
        .Flow("1-erp-crm", "erp/Person", "crm/Contact", "no = no", "no", CreatePolicy.Never)
        .Flow("2-erp-exact", "erp/Person", "exact/Person", "code = code", "code", CreatePolicy.Never)
        .Flow("3-exact-crm", "exact/Person", "crm/Contact", "tax = tax", "tax", CreatePolicy.Never)
        .Add("erp/Person/p1", "no: 1").Add("erp/Person/p2", "code: x")
        .Add("crm/Contact/c1", "no: 1, tax: t").Add("exact/Person/e1", "code: x, tax: t");
}

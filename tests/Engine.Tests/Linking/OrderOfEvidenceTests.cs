using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Linking;

[Clause("I2")]
public sealed class OrderOfEvidenceTests
{
    [TestCase("1", "2", "3")]
    [TestCase("1", "3", "2")]
    [TestCase("2", "1", "3")]
    [TestCase("2", "3", "1")]
    [TestCase("3", "1", "2")]
    [TestCase("3", "2", "1")]
    public async Task Who_comes_to_a_system_by_two_ways_is_one_there(string ab, string bc, string ac)
    {
        using var world = People.InACircle(ab, bc, ac).Add("a/P/p1", People.Anna);
        await world.RunAsync();

        world.Records("b/P").Should().Equal("name: Anna, mail: anna@x.no, phone: 1");
        world.Records("c/P").Should().Equal("name: Anna, mail: anna@x.no, phone: 1");
        new[] { ab, bc, ac }.Should().AllSatisfy(flow => world.Links(flow).Should().ContainSingle());
    }

    [Test]
    public async Task A_member_of_the_cluster_goes_before_a_match_rule()
    {
        using var world = ThreeSystems().Flow("3-exact-crm", "exact/Person", "crm/Contact", "name = name", "mail");
        world.Add("erp/Person/p1", "no: 1, code: x")
            .Add("crm/Contact/c1", "no: 1, mail: other@x.no")
            .Add("crm/Contact/c2", "no: 9, mail: anna@x.no")
            .Add("exact/Person/e1", "code: x, mail: anna@x.no");
        await world.RunAsync();

        world.Links("3-exact-crm").Should().ContainSingle().Which.Should().BeEquivalentTo(new { Source = "e1", Target = "c1", Evidence = "cluster" });
    }

    [Test]
    public async Task The_rules_are_asked_in_their_order()
    {
        using var world = People.InTwoSystems(match: "phone | mail")
            .Add("erp/Person/p1", "name: Anna, mail: a@x.no, phone: 1")
            .Add("crm/Contact/c1", "mail: b@x.no, phone: 1")
            .Add("crm/Contact/c2", "mail: a@x.no, phone: 2");
        await world.RunAsync();

        world.Links("people").Should().ContainSingle().Which.Target.Should().Be("c1");
    }

    [Test]
    public async Task Where_nothing_else_speaks_the_create_policy_does()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna).Add("crm/Contact/c1", "name: Bo, mail: bo@x.no");
        await world.RunAsync();

        world.Records("crm/Contact").Should().HaveCount(2);
        world.Links("people").Should().ContainSingle().Which.Evidence.Should().Be("created");
    }

    [Test]
    public async Task Everything_observed_is_linked_before_anything_is_created()
    {
        using var world = ThreeSystems(CreatePolicy.Never)
            .Flow("0-exact-crm", "exact/Person", "crm/Contact", "mail = mail", "mail")
            .Change("1-erp-crm", flow => flow with { Create = CreatePolicy.Source });
        world.Add("erp/Person/p1", "no: 1, code: x").Add("exact/Person/e1", "code: x, mail: anna@x.no");
        await world.RunAsync();

        world.Keys("crm/Contact").Should().ContainSingle("the person of the ERP and that of Exact are one, which another flow knows");
    }

    [Test]
    public async Task What_one_flow_created_is_found_by_the_match_rules_of_the_next()
    {
        using var world = new World()
            .System("erp", 30, "Person: name, mail email").System("exact", 20, "Person: name, mail email").System("crm", 10, "Contact: name, mail email")
            .Flow("1-erp-crm", "erp/Person", "crm/Contact", "name = name; mail = mail", "mail")
            .Flow("2-exact-crm", "exact/Person", "crm/Contact", "name = name; mail = mail", "mail")
            .Add("erp/Person/p1", "name: Anna, mail: anna@x.no").Add("exact/Person/e1", "name: Anna, mail: anna@x.no");
        await world.RunAsync();

        world.Keys("crm/Contact").Should().ContainSingle("the two flows, one after the other, would have made one");
        world.Links("2-exact-crm").Should().ContainSingle().Which.Evidence.Should().Be("rule");
    }

    [Test]
    public async Task A_record_that_is_created_stays_with_its_origin_though_another_would_match_it()
    {
        using var world = People.InTwoSystems(CreatePolicy.Both).Add("erp/Person/p1", "name: Anna").Add("erp/Person/p2", "name: Anna");
        await world.RunAsync();

        world.Links("people").Should().HaveCount(2);
        world.Keys("crm/Contact").Should().HaveCount(2);
        world.Keys("erp/Person").Should().HaveCount(2);
    }

    private static World ThreeSystems(CreatePolicy create = CreatePolicy.Source) => new World()
        .System("erp", 30, "Person: name, no, code")
        .System("crm", 20, "Contact: name, no, mail email")
        .System("exact", 10, "Person: name, code, mail email")
        .Flow("1-erp-crm", "erp/Person", "crm/Contact", "name = name; no = no", "no", create)
        .Flow("2-erp-exact", "erp/Person", "exact/Person", "name = name; code = code", "code", create);
}

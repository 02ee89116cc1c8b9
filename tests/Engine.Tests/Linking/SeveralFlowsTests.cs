using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Linking;

/// <summary>Flows that have an entity in common do not judge by each other's rules.</summary>
[Clause("I4")]
public sealed class SeveralFlowsTests
{
    [Test]
    public async Task A_flow_that_finds_nobody_free_leaves_nothing_for_the_rules_of_the_next()
    {
        using var world = new World()
            .System("erp", 30, "Person: name, mail email, phone")
            .System("crm", 20, "Contact: name, mail email, phone")
            .System("shop", 10, "Customer: name, mail email, phone")
            .Flow("a", "erp/Person", "crm/Contact", People.Rows, "mail | phone", CreatePolicy.Never)
            .Flow("b", "erp/Person", "shop/Customer", People.Rows, "mail", CreatePolicy.Never)
            .Add("erp/Person/p1", People.Anna)
            .Add("crm/Contact/c1", People.Anna)
            .Add("shop/Customer/s9", "name: Zoe, mail: zoe@x.no");
        await world.RunAsync();
        world.Add("erp/Person/p2", "name: Bo, mail: bo@x.no, phone: 2").Add("shop/Customer/s2", "name: Bo, mail: bo@x.no");

        await world.RunAsync();

        world.Links("b").Should().ContainSingle().Which.Source.Should().Be("p2");
    }
}

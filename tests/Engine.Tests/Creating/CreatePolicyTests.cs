using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Creating;

[Clause("C1")]
public sealed class CreatePolicyTests
{
    [TestCase(CreatePolicy.Source, 1, 2)]
    [TestCase(CreatePolicy.Target, 2, 1)]
    [TestCase(CreatePolicy.Both, 2, 2)]
    [TestCase(CreatePolicy.Never, 1, 1)]
    public async Task The_policy_says_whose_counterparts_are_made(CreatePolicy create, int persons, int contacts)
    {
        using var world = People.InTwoSystems(create)
            .Add("erp/Person/p1", "name: Anna, mail: anna@x.no").Add("crm/Contact/c1", "name: Bo, mail: bo@x.no");
        var report = await world.RunAsync();

        world.Keys("erp/Person").Should().HaveCount(persons);
        world.Keys("crm/Contact").Should().HaveCount(contacts);
        report.Flows.Single().CreatedInTarget.Should().Be(contacts - 1);
        report.Flows.Single().CreatedInSource.Should().Be(persons - 1);
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_created_record_holds_what_the_rows_give_it()
    {
        using var world = People.InTwoSystems(rows: "name = name via upper; mail > mail; phone < phone").Add("erp/Person/p1", People.Anna);
        await world.RunAsync();

        world.Records("crm/Contact").Should().Equal("name: ANNA, mail: anna@x.no, phone: ");
    }

    [Test]
    public async Task A_created_source_record_holds_what_the_rows_give_back()
    {
        using var world = People.InTwoSystems(CreatePolicy.Target, rows: "name = name via upper; mail > mail; phone < phone").Add("crm/Contact/c1", People.Anna);
        await world.RunAsync();

        world.Records("erp/Person").Should().Equal("name: Anna, mail: , phone: 1");
    }

    [Test]
    public async Task A_system_that_takes_keys_is_given_one()
    {
        using var world = new TestKit.Worlds.World()
            .System("erp", 30, "Person: name").System("crm", 20, "Contact [client keys]: name")
            .Flow("people", "erp/Person", "crm/Contact", "name = name").Add("erp/Person/p1", "name: Anna");
        await world.RunAsync();

        Guid.TryParse(world.Keys("crm/Contact").Single(), out _).Should().BeTrue();
    }

    [Test]
    public async Task An_edit_after_the_creation_travels_both_ways()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna);
        await world.RunAsync();
        world.Edit("erp/Person/p1", "name", "Anne").Edit(world.Only("crm/Contact"), "phone", "2");
        await world.RunAsync();

        world.Records("erp/Person").Should().Equal("name: Anne, mail: anna@x.no, phone: 2");
        world.Records("crm/Contact").Should().Equal("name: Anne, mail: anna@x.no, phone: 2");
    }
}

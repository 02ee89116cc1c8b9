using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Writing;

[Clause("W1")]
public sealed class OneWriteTests
{
    [Test]
    public async Task All_changes_of_a_record_from_all_flows_are_one_write()
    {
        using var world = await TwoIntoOneAsync();
        world.Edit("erp/Person/p1", "name", "Anne").Edit("exact/Person/e1", "phone", "2");
        var before = world.Memory["crm"].Calls;
        await world.RunAsync();

        (world.Memory["crm"].Calls - before).Updated.Should().Be(1);
        (world.Memory["crm"].Calls - before).WriteCalls.Should().Be(1);
        world.Records("crm/Contact").Should().Equal("name: Anne, mail: anna@x.no, phone: 2, code: fixed");
    }

    [Test]
    public async Task A_write_holds_only_what_changes()
    {
        using var world = await TwoIntoOneAsync();
        world.Edit("erp/Person/p1", "name", "Anne");
        var report = await world.RunAsync();

        world.Journal().Where(change => change.Run == report.Run).Should().ContainSingle().Which.Property.Should().Be("name");
        world.DeadLetters().Should().BeEmpty("a property that may be set only once was not sent again");
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(1000)]
    public async Task Many_records_go_in_batches_as_large_as_the_system_takes(int size)
    {
        using var world = People.InTwoSystems().Can("crm/Contact", c => c with { WriteBatchSize = size });
        for (var i = 0; i < 7; i++)
            world.Add($"erp/Person/p{i}", $"name: N{i}");
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(7);
        world.Memory["crm"].Calls.WriteCalls.Should().BeGreaterOrEqualTo((7 + size - 1) / size);
        if (size == 1000)
            world.Memory["crm"].Calls.WriteCalls.Should().Be(1);
    }

    private static async Task<World> TwoIntoOneAsync()
    {
        var world = new World()
            .System("erp", 30, "Person: name, mail email, code")
            .System("exact", 20, "Person: mail email, phone")
            .System("crm", 10, "Contact: name, mail email, phone, code createonly")
            .Flow("1-erp-crm", "erp/Person", "crm/Contact", "name = name; mail = mail; code > code", "mail")
            .Flow("2-exact-crm", "exact/Person", "crm/Contact", "mail = mail; phone = phone", "mail")
            .Add("erp/Person/p1", "name: Anna, mail: anna@x.no, code: fixed").Add("exact/Person/e1", "mail: anna@x.no, phone: 1")
            .Add("crm/Contact/c1", "name: Anna, mail: anna@x.no, phone: 1, code: fixed");
        await world.RunAsync();
        return world;
    }
}

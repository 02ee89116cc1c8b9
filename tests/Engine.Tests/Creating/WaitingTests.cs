using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Creating;

[Clause("C4")]
public sealed class WaitingTests
{
    [Test]
    public async Task A_create_without_a_mandatory_value_waits_with_the_reason()
    {
        using var world = Demanding().Add("erp/Person/p1", "mail: anna@x.no");
        var report = await world.RunAsync();

        world.Keys("crm/Contact").Should().BeEmpty();
        world.Memory["crm"].Calls.WriteCalls.Should().Be(0, "the system need not be asked");
        world.Waiting().Should().ContainSingle().Which.Should().Match<PendingSeen>(w => w.Subject == "erp/Person/p1" && w.Reason.Contains("name"));
        report.Flows.Single().Waiting.Should().Be(1);
    }

    [Test]
    public async Task It_is_tried_again_when_its_record_changes()
    {
        using var world = Demanding().Add("erp/Person/p1", "mail: anna@x.no");
        await world.RunAsync();
        world.Edit("erp/Person/p1", "name", "Anna");
        var report = await world.RunAsync();

        world.Records("crm/Contact").Should().Equal("name: Anna, mail: anna@x.no");
        world.Waiting().Should().BeEmpty();
        report.Flows.Single().Waiting.Should().Be(0);
    }

    [Test]
    public async Task It_waits_on_while_nothing_changes_and_keeps_nobody_back()
    {
        using var world = Demanding().Add("erp/Person/p1", "mail: anna@x.no").Add("erp/Person/p2", "name: Bo");
        await world.RunAsync();
        var report = await world.RunAsync();

        world.Records("crm/Contact").Should().Equal("name: Bo, mail: ");
        report.Flows.Single().Waiting.Should().Be(1);
    }

    private static World Demanding() => People.TwoSystems("name, mail email", "name!, mail email")
        .Flow("people", "erp/Person", "crm/Contact", "name = name; mail = mail", "mail");
}

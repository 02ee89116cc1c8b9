using SesamTalk.Engine.Running;
using SesamTalk.Engine.Tests.Deleting;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Guarding;

[Clause("G2")]
public sealed class LossGuardTests
{
    [Test]
    public async Task An_empty_read_of_an_entity_that_had_records_stops_its_flows([Values(Deletes.Telling.Keys, Deletes.Telling.CompleteReads)] Deletes.Telling telling)
    {
        using var world = await LostAsync(telling, 3);
        world.Edit("crm/Contact/c1", "phone", "edited");
        var report = await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(3);
        world.Keys("erp/Person").Should().BeEmpty("nothing is created anew");
        var finding = report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Guarded && f.Subject == "erp/Person").Which;
        $"{finding.Message} {finding.Cure}".Should().Contain("people").And.Contain("--accept-loss erp/Person");
    }

    [Test]
    public async Task A_read_that_lost_more_than_half_stops_them_too()
    {
        using var world = await LostAsync(Deletes.Telling.Keys, 2);
        var report = await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(3);
        report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Guarded);
    }

    [Test]
    public async Task They_stay_stopped_until_a_person_says_that_it_is_right()
    {
        using var world = await LostAsync(Deletes.Telling.Keys, 3);
        await world.RunAsync();
        await world.RunAsync();
        world.Keys("crm/Contact").Should().HaveCount(3);
        world.AcceptedLosses = ["erp/Person"];
        await world.RunAsync();

        world.Keys("crm/Contact").Should().BeEmpty();
    }

    [Test]
    public async Task What_was_edited_meanwhile_is_not_lost_when_the_records_are_shown_again()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, Deletes.Telling.CompleteReads);
        world.Delete("erp/Person/p2").Delete("erp/Person/p3").Edit("crm/Contact/c1", "phone", "edited");
        await world.RunAsync();
        world.Value("erp/Person/p1", "phone").Should().NotBe("edited");
        world.Add("erp/Person/p2", "name: Bo, mail: 1@x.no, phone: 1");
        await world.RunAsync();

        world.Value("erp/Person/p1", "phone").Should().Be("edited");
        world.Keys("crm/Contact").Should().Equal("c1", "c2");
    }

    [Test]
    public async Task The_other_flows_go_on()
    {
        using var world = People.InACircle().Tells(Deletes.Telling.Keys, "a/P", "b/P", "c/P").With("ab", Deletes.Propagate).Add("a/P/p1", People.Anna);
        await world.RunAsync();
        world.Delete("a/P/p1").Edit(world.Only("b/P"), "phone", "edited");
        await world.RunAsync();

        world.Value(world.Only("c/P"), "phone").Should().Be("edited");
    }

    private static async Task<World> LostAsync(Deletes.Telling telling, int lost)
    {
        var world = await Deletes.SettledAsync(Deletes.Propagate, telling);
        for (var i = 1; i <= lost; i++)
        {
            world.Delete($"erp/Person/p{i}");
        }

        return world;
    }
}

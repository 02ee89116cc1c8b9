using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Deleting;

[Clause("D1")]
[Clause("D4")]
public sealed class KeepTests
{
    [Test]
    public async Task The_counterpart_stays_and_the_link_ends()
    {
        using var world = await Deletes.SettledAsync(DeletePolicy.Keep, Deletes.Telling.Feed);
        world.Delete("erp/Person/p1");
        var report = await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(3);
        report.Flows[0].Ended.Should().Be(1);
        world.Links("people").Should().HaveCount(2);
        world.EndedLinks("people").Should().ContainSingle();
    }

    [Test]
    public async Task Nothing_creates_the_record_anew_from_the_counterpart()
    {
        using var world = await Deletes.SettledAsync(DeletePolicy.Keep, Deletes.Telling.Feed);
        world.Change("people", flow => flow with { Create = CreatePolicy.Both }).Delete("erp/Person/p1");
        await world.RunAsync();
        world.Edit("crm/Contact/c1", "phone", "edited");
        await world.RunAsync();

        world.Keys("erp/Person").Should().Equal("p2", "p3");
        world.Value("crm/Contact/c1", "phone").Should().Be("edited");
    }

    [Test]
    public async Task A_counterpart_whose_link_ended_matches_nobody_else()
    {
        using var world = await Deletes.SettledAsync(DeletePolicy.Keep, Deletes.Telling.Feed);
        world.Delete("erp/Person/p1");
        await world.RunAsync();
        world.Add("erp/Person/p9", "name: Anna again, mail: 0@x.no");
        await world.RunAsync();

        world.Links("people").Should().NotContain(link => link.Target == "c1");
        world.CounterpartOf("people", "erp/Person/p9").Should().NotBe("crm/Contact/c1");
    }

    [Test]
    public async Task A_record_that_comes_back_under_its_key_takes_its_link_up_again([Values] Deletes.Telling telling)
    {
        using var world = await Deletes.SettledAsync(DeletePolicy.Keep, telling);
        world.Can("erp/Person", c => c with { ReadsSince = telling == Deletes.Telling.Feed });
        world.Delete("erp/Person/p1");
        await world.RunAsync();
        world.EndedLinks("people").Should().ContainSingle();
        world.Edit("crm/Contact/c1", "phone", "meanwhile").Add("erp/Person/p1", "name: Anna, mail: 0@x.no, phone: 0");
        await world.RunAsync();

        world.EndedLinks("people").Should().BeEmpty();
        world.CounterpartOf("people", "erp/Person/p1").Should().Be("crm/Contact/c1");
        world.Value("erp/Person/p1", "phone").Should().Be("meanwhile");
        world.Keys("crm/Contact").Should().HaveCount(3);
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_record_that_comes_back_after_its_delete_was_passed_on_gets_its_counterpart_back()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, Deletes.Telling.Keys);
        world.Delete("crm/Contact/c1");
        await world.RunAsync();
        world.Keys("erp/Person").Should().Equal("p2", "p3");
        world.Add("crm/Contact/c1", "name: Anna, mail: 0@x.no, phone: 7");
        await world.RunAsync();

        world.Keys("erp/Person").Should().HaveCount(3);
        world.Value(world.CounterpartOf("people", "crm/Contact/c1"), "phone").Should().Be("7");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("R10")]
    public async Task The_other_records_go_on()
    {
        using var world = await Deletes.SettledAsync(DeletePolicy.Keep, Deletes.Telling.Feed);
        world.Delete("erp/Person/p1").Edit("erp/Person/p2", "phone", "new");
        await world.RunAsync();

        world.Value("crm/Contact/c2", "phone").Should().Be("new");
    }
}

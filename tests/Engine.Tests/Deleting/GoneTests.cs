using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Deleting;

/// <summary>What makes a record gone, and what does not.</summary>
[Clause("O5")]
public sealed class GoneTests
{
    [Test]
    public async Task A_read_that_breaks_off_makes_nothing_gone([Values] Deletes.Telling telling)
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, telling);
        world.BatchSize = 1;
        world.Faults("erp").BreakReadsAfter(1);
        await world.RunAsync();
        world.Faults("erp").Clear();
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(3);
        world.EndedLinks("people").Should().BeEmpty();
    }

    [Test]
    public async Task A_record_that_cannot_be_read_is_not_gone([Values] Deletes.Telling telling)
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, telling);
        world["erp/Person"].Spoil("p1", "name", "no text");
        world["erp/Person"].VoidCursors();
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(3);
        world.EndedLinks("people").Should().BeEmpty();
    }

    [Test]
    public async Task A_record_that_a_read_lacks_but_a_look_up_shows_is_not_gone()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, Deletes.Telling.CompleteReads);
        world.Delete("erp/Person/p1");
        world.Faults("erp").BeforeNext(CallKind.KeyLookup, () => world.Add("erp/Person/p1", "name: Anna, mail: 0@x.no, phone: 0"));
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(3);
        world.EndedLinks("people").Should().BeEmpty();
    }

    [Test]
    public async Task A_system_without_look_ups_is_believed()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, Deletes.Telling.CompleteReads);
        world.Can("erp/Person", c => c with { LooksUpByKey = false }).Delete("erp/Person/p1");
        await world.RunAsync();

        world.Keys("crm/Contact").Should().Equal("c2", "c3");
    }

    [Test]
    public async Task A_system_that_is_down_makes_nothing_gone()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate);
        world.Faults("erp").Unavailable();
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(3);
    }

    [Test]
    public async Task A_quiet_complete_read_looks_nothing_up()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, Deletes.Telling.CompleteReads);
        var before = world.Memory.Calls;
        await world.RunAsync();

        (world.Memory.Calls - before).KeyLookups.Should().Be(0);
    }

    [Test]
    [Clause("D4")]
    public async Task A_record_that_comes_back_with_its_old_time_is_found_by_its_key()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate, Deletes.Telling.Keys);
        world.Change("people", flow => flow with { Delete = Deletes.Archive(new ArchivedValue(true, "phone", "archived")) });
        world.Delete("erp/Person/p1");
        await world.RunAsync();
        world.Value("crm/Contact/c1", "phone").Should().Be("archived");
        world.Add("erp/Person/p1", "name: Anna, mail: 0@x.no, phone: 0");
        await world.RunAsync();

        world.EndedLinks("people").Should().BeEmpty();
    }

    [Test]
    [Clause("G4")]
    public async Task Lost_state_is_a_new_baseline_and_never_a_delete()
    {
        using var world = await Deletes.SettledAsync(Deletes.Propagate);
        world.Delete("erp/Person/p1");
        world.LoseState();
        await world.RunAsync();

        world.Keys("crm/Contact").Should().HaveCount(3);
        world.Memory.Calls.Deleted.Should().Be(0);
    }
}

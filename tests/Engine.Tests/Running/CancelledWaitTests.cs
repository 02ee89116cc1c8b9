using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Engine.Running;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Running;

/// <summary>A run that is cancelled while it waits for a busy system: it ends at once, and what is known is kept.</summary>
[Clause("T4")]
[Clause("W4")]
public sealed class CancelledWaitTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    [Test]
    public async Task In_a_read_nothing_was_sent_and_the_next_run_ends_as_an_undisturbed_one()
    {
        using var undisturbed = OfThree();
        await undisturbed.RunAsync();
        using var world = OfThree();
        world.Faults("crm").BusyFor(1, Wait);

        (await CancelAsync(world)).Should().BeTrue();

        world.Keys("crm/Contact").Should().BeEmpty();
        world.OpenIntents().Should().Be(0);
        await world.RunAsync();
        world.Contents().Should().Be(undisturbed.Contents());
    }

    [Test]
    [Clause("C3")]
    public async Task In_a_create_it_is_known_which_were_made_though_nothing_could_find_them_again([Values(1, 2, 3)] int busyAt)
    {
        using var undisturbed = OfThree();
        await undisturbed.RunAsync();
        using var world = OfThree();
        BusyAtWrite(world, busyAt, Wait);

        (await CancelAsync(world)).Should().BeTrue();

        world.Keys("crm/Contact").Should().HaveCount(busyAt - 1);
        world.OpenIntents().Should().Be(0, "the state says of each whether it was made");
        var next = await world.RunAsync();
        next.Findings.Should().BeEmpty();
        world.Contents().Should().Be(undisturbed.Contents());
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task In_an_update_the_edit_arrives_with_the_next_run()
    {
        using var world = OfThree();
        await world.RunAsync();
        world.Edit("erp/Person/p1", "phone", "9").Edit("erp/Person/p2", "phone", "8");
        BusyAtWrite(world, 2, Wait);

        (await CancelAsync(world)).Should().BeTrue();

        world.Clock.WaitsPassAtOnce = true;
        (await world.RunAsync()).Findings.Should().BeEmpty();
        world.Records("crm/Contact").Should().BeEquivalentTo(world.Records("erp/Person"));
        world.Ask(state => state.Conflicts().ToList()).Should().BeEmpty();
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("C3")]
    public async Task A_create_that_a_system_was_too_busy_for_is_simply_made_later()
    {
        using var world = OfThree();
        BusyAtWrite(world, 2, TimeSpan.FromHours(15));
        var report = await world.RunAsync();

        report.Findings.Should().ContainSingle(finding => finding.Kind == FindingKind.Unavailable);
        world.OpenIntents().Should().Be(0, "a busy system has done nothing");
        (await world.RunAsync()).Findings.Should().BeEmpty();
        world.Keys("crm/Contact").Should().HaveCount(3);
    }

    private static async Task<bool> CancelAsync(World world)
    {
        world.Clock.WaitsPassAtOnce = false;
        return await world.RunAndCancelAsync(world.Clock.IsWaitedForAsync(Wait));
    }

    // The first write is the one after the read, and each is a call of its own.
    private static void BusyAtWrite(World world, int number, TimeSpan wait)
    {
        if (number == 1)
        {
            world.Faults("crm").BeforeNext(CallKind.CompleteRead, () => world.Faults("crm").BusyFor(1, wait));
        }
        else
        {
            world.Faults("crm").BeforeNext(CallKind.Write, () => BusyAfter(world, number - 1, wait));
        }
    }

    private static void BusyAfter(World world, int writes, TimeSpan wait)
    {
        if (writes == 1)
        {
            world.Faults("crm").BusyFor(1, wait);
        }
        else
        {
            world.Faults("crm").BeforeNext(CallKind.Write, () => BusyAfter(world, writes - 1, wait));
        }
    }

    // Nothing by which a create could be found: no keys of the engine's, no look-up, no natural key.
    private static World OfThree() => People.InTwoSystems().Can("crm/Contact", capabilities => capabilities with { WriteBatchSize = 1, LooksUpByValues = false })
        .Add("erp/Person/p1", "name: Anna, mail: anna@x.no").Add("erp/Person/p2", "name: Bo, mail: bo@x.no").Add("erp/Person/p3", "name: Cleo, mail: cleo@x.no");
}

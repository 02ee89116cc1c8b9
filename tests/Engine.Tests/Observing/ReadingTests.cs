using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Observing;

[Clause("O1")]
public sealed class ReadingTests
{
    [Test]
    public async Task The_first_read_is_complete_and_the_next_is_since_the_cursor()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna);
        await world.RunAsync();
        var first = world.Memory.Calls;

        await world.RunAsync();

        first.CompleteReads.Should().Be(2);
        first.ReadsSince.Should().Be(0);
        (world.Memory.Calls - first).CompleteReads.Should().Be(0);
        (world.Memory.Calls - first).ReadsSince.Should().Be(2);
    }

    [Test]
    public async Task A_system_without_cursors_is_read_completely_each_time()
    {
        using var world = People.InTwoSystems().Can("crm/Contact", c => c with { ReadsSince = false });
        await world.RunAsync();
        await world.RunAsync();

        world.Memory["crm"].Calls.CompleteReads.Should().Be(2);
        world.Memory["crm"].Calls.ReadsSince.Should().Be(0);
    }

    [Test]
    public async Task A_cursor_that_no_longer_holds_leads_to_a_complete_read_that_finds_every_edit()
    {
        using var world = await People.SettledAsync();
        world.Edit("erp/Person/p1", "phone", "2");
        world["erp/Person"].VoidCursors();

        await world.RunAsync();

        world.Memory["erp"].Calls.CompleteReads.Should().Be(2);
        world.Value("crm/Contact/c1", "phone").Should().Be("2");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_read_that_breaks_off_leaves_no_cursor_behind_what_was_not_taken_in(bool sinceACursor)
    {
        using var world = People.InTwoSystems();
        world.BatchSize = 1;
        if (sinceACursor)
            await world.RunAsync();
        world.Add("erp/Person/p1", "name: Anna").Add("erp/Person/p2", "name: Bo").Add("erp/Person/p3", "name: Cleo");
        world.Faults("erp").BreakReadsAfter(1);
        await world.RunAsync();

        world.Faults("erp").Clear();
        await world.RunAsync();

        world.Records("crm/Contact").Should().HaveCount(3);
    }

    [Test]
    public async Task Reading_in_any_order_and_in_small_batches_gives_the_same()
    {
        using var world = People.InTwoSystems().Can("erp/Person", c => c with { ReadsInKeyOrder = false });
        world["erp/Person"].ReadOrderSeed = 7;
        world.BatchSize = 2;
        for (var i = 0; i < 9; i++)
            world.Add($"erp/Person/p{i}", $"name: N{i}, mail: n{i}@x.no");
        world.Add("crm/Contact/c1", "name: N3, mail: n3@x.no");

        await world.RunAsync();

        world.Records("crm/Contact").Should().Equal(world.Records("erp/Person"));
    }

    [Test]
    public async Task A_record_that_cannot_be_read_is_named_and_the_others_go_on()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", "name: Anna").Add("erp/Person/p2", "name: Bo");
        world["erp/Person"].Spoil("p1", "phone", "'31 Feb' is not a date");

        var report = await world.RunAsync();

        world.Records("crm/Contact").Should().ContainSingle().Which.Should().Contain("Bo");
        report.Findings.Should().ContainSingle(f => f.Subject == "erp/Person/p1" && f.Message.Contains("'31 Feb' is not a date"));
        report.Entities.Single(e => e.System == "erp").Unreadable.Should().Be(1);
    }
}

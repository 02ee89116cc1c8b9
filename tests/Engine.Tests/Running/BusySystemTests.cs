using SesamTalk.Engine.Running;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Running;

/// <summary>A run waits some minutes for a system that is busy, and no hours.</summary>
[Clause("W4")]
public sealed class BusySystemTests
{
    [Test]
    public async Task A_quota_of_a_day_that_is_used_up_is_told_with_its_end_and_not_waited_for()
    {
        using var world = OfThree();
        world.Faults("b").BusyFor(1, TimeSpan.FromHours(15));
        var report = await world.RunAsync();

        world.Clock.Waits.Should().BeEmpty();
        world.Keys("c/P").Should().ContainSingle("the other systems go on");
        var finding = report.Findings.Should().ContainSingle().Which;
        (finding.Kind, finding.Subject, finding.Message).Should().Be((FindingKind.Unavailable, "b", "it is busy until 2026-01-05 23:01:01 UTC: 429: too many requests"));
        finding.Cure.Should().StartWith("Run again after that time.");
        world.Memory["b"].Calls.All.Should().Be(1);
    }

    [Test]
    public async Task Ten_minutes_are_waited_for_in_all_and_no_more()
    {
        using var world = OfThree();
        world.Faults("b").BusyFor(4, TimeSpan.FromMinutes(3));
        var report = await world.RunAsync();

        world.Clock.Waits.Should().Equal(Enumerable.Repeat(TimeSpan.FromMinutes(3), 3));
        report.Findings.Should().ContainSingle().Which.Message.Should().StartWith("it is busy until 2026-01-05 08:13:01 UTC");
    }

    [Test]
    public async Task What_was_waited_counts_for_the_system_whatever_was_asked_of_it()
    {
        using var world = People.InTwoSystems().Add("erp/Person/p1", People.Anna);
        world.Faults("crm").BusyFor(1, TimeSpan.FromMinutes(8));
        world.Faults("crm").BeforeNext(Connectors.Memory.Faults.CallKind.CompleteRead, () => world.Faults("crm").BusyFor(1, TimeSpan.FromMinutes(8)));
        var report = await world.RunAsync();

        world.Clock.Waits.Should().Equal(TimeSpan.FromMinutes(8));
        report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Unavailable && f.Subject == "crm");
        world.Keys("crm/Contact").Should().BeEmpty();
    }

    [Test]
    public async Task The_next_run_after_that_time_catches_up()
    {
        using var world = OfThree();
        world.Faults("b").BusyFor(1, TimeSpan.FromHours(15));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(15));
        await world.RunAsync();

        world.Records("b/P").Should().Equal(world.Records("a/P"));
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    public async Task A_system_that_asks_again_and_again_for_no_time_at_all_is_left_alone()
    {
        using var world = OfThree();
        world.Faults("b").BusyFor(1000, TimeSpan.Zero);
        var report = await world.RunAsync();

        report.Findings.Should().ContainSingle(f => f.Subject == "b");
        world.Memory["b"].Calls.All.Should().Be(9);
    }

    [Test]
    public void Waits_at_the_same_time_count_once()
    {
        var now = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
        var patience = new Patience();

        patience.TryWait(now, TimeSpan.FromMinutes(6)).Should().BeTrue();
        patience.TryWait(now.AddMinutes(1), TimeSpan.FromMinutes(6)).Should().BeTrue("seven minutes in all");
        patience.TryWait(now.AddMinutes(2), TimeSpan.FromMinutes(1)).Should().BeTrue("it lies within the others");
        patience.TryWait(now.AddMinutes(7), TimeSpan.FromMinutes(4)).Should().BeFalse("eleven in all");
        patience.TryWait(now.AddMinutes(30), TimeSpan.FromMinutes(3)).Should().BeTrue("ten in all");
    }

    private static World OfThree() => People.InACircle().Add("a/P/p1", People.Anna);
}

using SesamTalk.TestKit.Time;

namespace SesamTalk.Engine.Tests.Kit;

public sealed class FakeClockTests
{
    [Test]
    public async Task A_wait_passes_at_once_and_the_clock_shows_it()
    {
        var clock = new FakeClock();
        var before = clock.GetUtcNow();

        await Task.Delay(TimeSpan.FromHours(3), clock);

        (clock.GetUtcNow() - before).Should().Be(TimeSpan.FromHours(3));
        clock.Waits.Should().Equal(TimeSpan.FromHours(3));
    }

    [Test]
    public void A_wait_that_does_not_pass_by_itself_ends_when_the_clock_is_moved()
    {
        var clock = new FakeClock { WaitsPassAtOnce = false };
        var wait = Task.Delay(TimeSpan.FromSeconds(5), clock);

        clock.Advance(TimeSpan.FromSeconds(4));
        wait.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        wait.IsCompleted.Should().BeTrue();
    }

    [Test]
    public void A_periodic_timer_fires_each_time_at_its_own_time()
    {
        var clock = new FakeClock();
        var start = clock.GetUtcNow();
        var fired = new List<TimeSpan>();
        using var timer = clock.CreateTimer(_ => fired.Add(clock.GetUtcNow() - start), null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));

        clock.Advance(TimeSpan.FromSeconds(35));

        fired.Should().Equal(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
    }

    [Test]
    public void A_timer_that_was_disposed_of_does_not_fire()
    {
        var clock = new FakeClock { WaitsPassAtOnce = false };
        var fired = false;
        clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan).Dispose();

        clock.Advance(TimeSpan.FromMinutes(1));

        fired.Should().BeFalse();
    }
}

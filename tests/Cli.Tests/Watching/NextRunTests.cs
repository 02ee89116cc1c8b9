using SesamTalk.Cli.Watching;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Cli.Tests.Watching;

[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class NextRunTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(2);

    private readonly FakeClock _clock = new() { WaitsPassAtOnce = false };
    private readonly NextRun _next;

    public NextRunTests() => _next = new NextRun(_clock);

    [Test]
    public async Task It_begins_when_the_interval_has_passed()
    {
        var waiting = _next.WaitAsync(Interval, CancellationToken.None);
        _clock.Advance(Interval - TimeSpan.FromTicks(1));
        waiting.IsCompleted.Should().BeFalse();

        _clock.Advance(TimeSpan.FromTicks(1));

        await waiting;
    }

    [Test]
    public async Task A_hint_lets_it_begin_two_seconds_later()
    {
        var waiting = _next.WaitAsync(Interval, CancellationToken.None);
        _next.Hint();
        await _clock.IsWaitedForAsync(Gathering);
        waiting.IsCompleted.Should().BeFalse();

        _clock.Advance(Gathering);

        await waiting;
    }

    [Test]
    public async Task A_hint_that_came_during_a_run_counts_for_the_next()
    {
        _next.Hint();

        var waiting = _next.WaitAsync(Interval, CancellationToken.None);
        await _clock.IsWaitedForAsync(Gathering);
        _clock.Advance(Gathering);

        await waiting;
    }

    [Test]
    public async Task Hints_that_come_together_make_one_run()
    {
        _next.Hint();
        var first = _next.WaitAsync(Interval, CancellationToken.None);
        await _clock.IsWaitedForAsync(Gathering);
        _next.Hint();
        _next.Hint();
        _clock.Advance(Gathering);
        await first;

        var second = _next.WaitAsync(Interval, CancellationToken.None);

        _clock.Advance(Interval - TimeSpan.FromTicks(1));
        second.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromTicks(1));
        await second;
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task An_interruption_ends_the_wait(bool hinted)
    {
        using var interruption = new CancellationTokenSource();
        var waiting = _next.WaitAsync(Interval, interruption.Token);
        if (hinted)
        {
            _next.Hint();
            await _clock.IsWaitedForAsync(Gathering);
        }

        await interruption.CancelAsync();

        await waiting.Invoking(it => it).Should().ThrowAsync<OperationCanceledException>();
    }
}

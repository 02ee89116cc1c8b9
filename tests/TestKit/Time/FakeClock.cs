namespace SesamTalk.TestKit.Time;

/// <summary>
/// A clock that stands until a test moves it. Whoever waits by it for a while is let through at once, and the clock then shows the
/// later time: so a wait that a system asked for takes no time and can still be measured. Periodic timers, and single ones where
/// <see cref="WaitsPassAtOnce"/> is off, fire when the clock is moved past them.
/// </summary>
public sealed class FakeClock : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private readonly List<TimeSpan> _waits = [];
    private readonly List<(TimeSpan? Time, TaskCompletionSource Told)> _watchers = [];
    private DateTimeOffset _now;

    /// <summary>A clock that shows a time; a morning in January 2026 where none is given.</summary>
    public FakeClock(DateTimeOffset? start = null) => _now = start ?? new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Whether a single timer moves the clock by itself instead of waiting for the test to do so.</summary>
    public bool WaitsPassAtOnce { get; set; } = true;

    /// <summary>How long was waited, one entry a wait that passed at once.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_gate)
                return [.. _waits];
        }
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the clock forward; timers fire in the order of their times, each at its own.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        SetTo(GetUtcNow() + by);
    }

    /// <summary>Moves the clock forward to the given time; timers fire in the order of their times, each at its own.</summary>
    public void SetTo(DateTimeOffset time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, GetUtcNow());
        while (NextDue(time) is { } timer)
            timer.Fire();
        lock (_gate)
            _now = time;
    }

    /// <summary>Ends when somebody waits for so long from now, or does so already; fails where nobody does in five minutes of a real clock.</summary>
    /// <param name="time">How long; any time where not given.</param>
    public Task IsWaitedForAsync(TimeSpan? time = null)
    {
        lock (_gate)
        {
            if (_timers.Any(timer => !timer.IsPeriodic && (time is null || timer.Due - _now == time)))
                return Task.CompletedTask;
            var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((time, told));
            return told.Task.WaitAsync(Patience);
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Schedule(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            timer.Due = _now + dueTime;
            timer.Period = period;
            if (!PassesAtOnce(dueTime, period))
            {
                _timers.Add(timer);
                foreach (var (_, told) in _watchers.Where(watcher => !timer.IsPeriodic && (watcher.Time is null || watcher.Time == dueTime)))
                    told.TrySetResult();
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(fired => fired.Fire(), timer, preferLocal: false);
    }

    internal void Unschedule(FakeTimer timer)
    {
        lock (_gate)
            _timers.Remove(timer);
    }

    private bool PassesAtOnce(TimeSpan dueTime, TimeSpan period)
    {
        if (!WaitsPassAtOnce || (period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero))
            return false;
        _waits.Add(dueTime);
        _now += dueTime;
        return true;
    }

    private FakeTimer? NextDue(DateTimeOffset until)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next is null)
                return null;
            _now = next.Due > _now ? next.Due : _now;
            _timers.Remove(next);
            Repeat(next);
            return next;
        }
    }

    private void Repeat(FakeTimer timer)
    {
        if (timer.Period <= TimeSpan.Zero)
            return;
        timer.Due += timer.Period;
        _timers.Add(timer);
    }
}

using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>One limit at work: what is used of it, and what the system told of it. Used under the lock of <see cref="RateLimits"/>.</summary>
internal sealed class Limiter
{
    private readonly RateLimit _limit;
    private readonly LimitFile? _file;
    private readonly Meter _meter;
    private DateTimeOffset _pausedUntil;
    private DateTimeOffset _reset;
    private int _told;
    private int _left;
    private long _sent;
    private int _unkept;

    /// <summary>Goes on from where the limit stood when it was last kept.</summary>
    public Limiter(RateLimit limit, LimitFile? file)
    {
        _limit = limit;
        _file = file;
        _meter = limit.Form == WindowForm.Fixed ? new FixedMeter(limit.Window) : new SlidingMeter(limit.Window);
        var kept = file?.Read() ?? new();
        _meter.Restore(kept);
        _told = kept.Permits;
        _pausedUntil = DateTimeOffset.FromUnixTimeMilliseconds(kept.PausedUntil);
    }

    /// <summary>Its name.</summary>
    public string Name => _limit.Name;

    private int Permits => _told > 0 ? _told : _limit.Permits;

    /// <summary>When a call may be made.</summary>
    public DateTimeOffset FreeAt(DateTimeOffset now)
    {
        var free = _meter.FreeAt(now, Permits);
        free = Later(free, _pausedUntil);
        return _left <= 0 && now < _reset ? Later(free, _reset) : free;
    }

    /// <summary>Counts a call that is about to be sent.</summary>
    public LimitedCall Take(DateTimeOffset now)
    {
        _sent++;
        _left--;
        var taken = _limit.CountedStatuses.IsDefaultOrEmpty ? _meter.Take(now) : 0;
        Keep(soon: false);
        return new LimitedCall(this, _sent, taken);
    }

    /// <summary>Takes in what the answer to a call tells.</summary>
    /// <param name="call">The call.</param>
    /// <param name="response">The answer; <see langword="null"/> where none came.</param>
    /// <param name="now">The time.</param>
    public void Settle(LimitedCall call, RestResponse? response, DateTimeOffset now)
    {
        if (_limit.CountedStatuses.IsDefaultOrEmpty)
            _meter.Settle(call.Taken, now, response is not null);
        else if (response is not null && _limit.CountedStatuses.Contains(response.Status))
            _meter.Take(now);
        if (response is not null && _limit.Headers is { } headers)
            Believe(Announcement.Read(response, headers, now), call, now);
    }

    /// <summary>The system is busy: nothing is sent before the given time.</summary>
    public void Pause(DateTimeOffset until)
    {
        _pausedUntil = Later(_pausedUntil, until);
        Keep(soon: true);
    }

    /// <summary>When the system said, with its last answers, that it will take calls again; <see langword="null"/> where it takes them.</summary>
    public DateTimeOffset? UsedUpUntil(DateTimeOffset now) => _left <= 0 && now < _reset ? _reset : null;

    /// <summary>Keeps how it stands, at the end of a run.</summary>
    public void Close() => Keep(soon: true);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    // Answers come in any order: the calls that were sent after this one are taken off what it says is left. A time that is further away
    // than the limit's own shows only that the clocks differ.
    private void Believe(Announcement told, LimitedCall call, DateTimeOffset now)
    {
        _told = told.Permits ?? _told;
        if (told.Left is not { } left || told.Reset is not { } time)
            return;
        var reset = time - now < _limit.Window ? time : now + _limit.Window;
        var remaining = (int)Math.Max(int.MinValue, left - (_sent - call.Number));
        (_left, _reset) = now < _reset && (reset - _reset).Duration() < _limit.Window / 2 ? (Math.Min(_left, remaining), Later(_reset, reset)) : (remaining, reset);
    }

    // What is not yet kept is lost by a kill: a sixty-fourth of the limit at most.
    private void Keep(bool soon)
    {
        if (_file is null || (++_unkept * 64L < Permits && !soon))
            return;
        _unkept = 0;
        var until = Later(_pausedUntil, _left <= 0 ? _reset : default);
        _file.Write(_meter.Keep() with { PausedUntil = Math.Max(0, until.ToUnixTimeMilliseconds()), Permits = _told });
    }
}

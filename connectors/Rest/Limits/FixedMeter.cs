namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>
/// So many calls from each full minute, hour or day to the next. After a time that was used up, it waits a moment into the next one,
/// for a clock there that is a little late.
/// </summary>
internal sealed class FixedMeter(TimeSpan window) : Meter
{
    private static readonly TimeSpan LongestMoment = TimeSpan.FromSeconds(2);

    private long _number;
    private int _used;

    /// <inheritdoc/>
    public override DateTimeOffset FreeAt(DateTimeOffset now, int permits)
    {
        Turn(now);
        return _used < permits ? now : new DateTimeOffset((_number + 1) * window.Ticks, TimeSpan.Zero) + Moment;
    }

    /// <inheritdoc/>
    public override long Take(DateTimeOffset now)
    {
        Turn(now);
        _used++;
        return 0;
    }

    /// <inheritdoc/>
    public override void Settle(long taken, DateTimeOffset now, bool isAnswered)
    {
    }

    /// <inheritdoc/>
    public override LimitRecord Keep() => new() { Number = _number, Used = _used };

    /// <inheritdoc/>
    public override void Restore(LimitRecord kept) => (_number, _used) = (kept.Number, kept.Used);

    private TimeSpan Moment => window / 50 < LongestMoment ? window / 50 : LongestMoment;

    private void Turn(DateTimeOffset now)
    {
        var number = now.UtcTicks / window.Ticks;
        if (number != _number)
            (_number, _used) = (number, 0);
    }
}

namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>
/// So many calls in any stretch of time. A call occupies its place until the time has passed since its answer, because the system
/// counted it somewhere between its sending and then; but no longer than a twenty-fifth over the time since it was sent, so that slow
/// answers do not cost more than 4 % of the rate.
/// </summary>
internal sealed class SlidingMeter(TimeSpan window) : Meter
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Dictionary<long, DateTimeOffset> _frees = [];
    private long _last;

    /// <inheritdoc/>
    public override DateTimeOffset FreeAt(DateTimeOffset now, int permits)
    {
        foreach (var (call, frees) in _frees)
        {
            if (frees <= now)
                _frees.Remove(call);
        }

        return _frees.Count < permits ? now : _frees.Values.Order().ElementAt(_frees.Count - Math.Max(1, permits));
    }

    /// <inheritdoc/>
    public override long Take(DateTimeOffset now)
    {
        _frees.Add(++_last, now + (window * 1.04) + Tick);
        return _last;
    }

    /// <inheritdoc/>
    public override void Settle(long taken, DateTimeOffset now)
    {
        var frees = now + window + Tick;
        if (_frees.TryGetValue(taken, out var latest) && frees < latest)
            _frees[taken] = frees;
    }

    /// <inheritdoc/>
    public override LimitRecord Keep() => new() { Frees = [.. _frees.Values.Select(time => time.ToUnixTimeMilliseconds() + 1)] };

    /// <inheritdoc/>
    public override void Restore(LimitRecord kept)
    {
        foreach (var frees in kept.Frees)
            _frees.Add(++_last, DateTimeOffset.FromUnixTimeMilliseconds(frees));
    }
}

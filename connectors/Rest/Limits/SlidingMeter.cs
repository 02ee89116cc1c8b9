namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>
/// So many calls in any stretch of time, as the system counts them: at their arrival. A call arrives some time between its sending and
/// its answer; only what all calls take on their way is known not to matter. So its place is free when the time has passed since its
/// sending, and what it took longer than the quickest: steady answers cost nothing of the rate, and uneven ones no refusal.
/// </summary>
internal sealed class SlidingMeter(TimeSpan window) : Meter
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private readonly Dictionary<long, Place> _places = [];
    private TimeSpan _quickest = TimeSpan.MaxValue;
    private long _last;

    /// <inheritdoc/>
    public override DateTimeOffset FreeAt(DateTimeOffset now, int permits)
    {
        foreach (var (call, place) in _places)
        {
            if (Frees(place) <= now)
                _places.Remove(call);
        }

        return _places.Count < permits
            ? now
            : _places.Values.Select(place => Expected(place, now)).Order().ElementAt(_places.Count - Math.Max(1, permits));
    }

    /// <inheritdoc/>
    public override long Take(DateTimeOffset now)
    {
        _places.Add(++_last, new Place(now, null));
        return _last;
    }

    /// <inheritdoc/>
    public override void Settle(long taken, DateTimeOffset now, bool isAnswered)
    {
        if (!_places.TryGetValue(taken, out var place))
            return;
        _places[taken] = place with { Settled = now };
        if (isAnswered && now - place.Sent < _quickest)
            _quickest = now - place.Sent;
    }

    /// <inheritdoc/>
    public override LimitRecord Keep() => new() { Frees = [.. _places.Values.Select(place => (Frees(place) ?? Usual(place)).ToUnixTimeMilliseconds() + 1)] };

    /// <inheritdoc/>
    public override void Restore(LimitRecord kept)
    {
        foreach (var frees in kept.Frees)
        {
            var sent = DateTimeOffset.FromUnixTimeMilliseconds(frees) - window;
            _places.Add(++_last, new Place(sent, sent));
        }
    }

    // A call that is on its way keeps its place until its answer, or the news that there is none.
    private DateTimeOffset Expected(Place place, DateTimeOffset now)
    {
        if (Frees(place) is { } frees)
            return frees;
        var soon = now + (window / 50);
        return soon > Usual(place) ? soon : Usual(place);
    }

    private DateTimeOffset? Frees(Place place) => place.Settled is { } settled
        ? settled + window + Tick - (_quickest < settled - place.Sent ? _quickest : settled - place.Sent)
        : null;

    private DateTimeOffset Usual(Place place) => place.Sent + window + Tick;

    private readonly record struct Place(DateTimeOffset Sent, DateTimeOffset? Settled);
}

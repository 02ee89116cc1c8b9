using SesamTalk.Connectors.Rest.Keeping;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>Lets the calls of one system through as its limits permit.</summary>
internal sealed class RateGate(string system, LimitOptions options, RateLimits limits, KeptFolder folder, TimeProvider clock) : IDisposable
{
    /// <summary>The group of calls for tokens.</summary>
    public const string TokenGroup = "token";

    private static readonly TimeSpan LongestLook = TimeSpan.FromMilliseconds(250);

    // One waits and the others queue behind it: so they come in their order, and not all at once.
    private readonly SemaphoreSlim _queue = new(1, 1);

    private readonly SemaphoreSlim _answered = new(0);
    private int _onTheWay;

    private DateTimeOffset _pausedUntil;
    private int _busyInARow;

    /// <summary>Waits until a call is permitted, and counts it.</summary>
    /// <param name="group">The group of calls.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="SystemBusyException">The wait would be longer than the patience.</exception>
    public async Task<LimitedCall[]> EnterAsync(string group, CancellationToken cancellationToken)
    {
        await _queue.WaitAsync(cancellationToken);
        try
        {
            var start = clock.GetUtcNow();
            LimitedCall[]? calls;
            while ((calls = TryEnter(group, out var free, out var limit)) is null)
            {
                var now = clock.GetUtcNow();
                if (free - start > options.Patience)
                    throw new SystemBusyException($"{system} takes no call before {free:u} ({limit})", free - now);
                if (!await AnswerComesAsync(free - now, cancellationToken))
                    await Task.Delay(Longer(free - clock.GetUtcNow(), TimeSpan.FromMilliseconds(1)), clock, cancellationToken);
            }

            return calls;
        }
        finally
        {
            _queue.Release();
        }
    }

    /// <summary>Takes in the answer to a call.</summary>
    /// <param name="calls">The call.</param>
    /// <param name="response">The answer; <see langword="null"/> where none came.</param>
    public void Settle(LimitedCall[] calls, RestResponse? response)
    {
        lock (limits.Lock)
        {
            var now = clock.GetUtcNow();
            foreach (var call in calls)
                call.Limiter.Settle(call, response, now);
            _onTheWay--;
            if (_answered.CurrentCount == 0)
                _answered.Release();
        }
    }

    /// <summary>The answer to a call says that the system is busy: no call that shares its limits is made for a while.</summary>
    /// <returns>For how long.</returns>
    public TimeSpan Pause(LimitedCall[] calls, RestResponse response)
    {
        lock (limits.Lock)
        {
            var now = clock.GetUtcNow();
            var told = Moments.RetryAfter(response, now) ?? calls.Max(call => call.Limiter.UsedUpUntil(now)) - now;
            var wait = told ?? (options.BusyWait * Math.Pow(2, Math.Min(_busyInARow, 8)));
            _busyInARow++;
            _pausedUntil = now + wait;
            foreach (var call in calls)
                call.Limiter.Pause(now + wait);
            return wait;
        }
    }

    /// <summary>A call came through.</summary>
    public void Pass() => _busyInARow = 0;

    /// <summary>Keeps how the limits stand.</summary>
    public void Dispose()
    {
        _queue.Dispose();
        _answered.Dispose();
        lock (limits.Lock)
        {
            limits.Close();
        }
    }

    // The answer to a call that is on its way may tell more, or free a place. It is waited for in the time of the network, which is real
    // also where the clock is not.
    private async Task<bool> AnswerComesAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        lock (limits.Lock)
        {
            if (_onTheWay == 0)
                return false;
        }

        return await _answered.WaitAsync(most < LongestLook ? most : LongestLook, cancellationToken);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private LimitedCall[]? TryEnter(string group, out DateTimeOffset free, out string limit)
    {
        lock (limits.Lock)
        {
            var now = clock.GetUtcNow();
            (free, limit) = (_pausedUntil, "as it asked");
            var limiters = limits.Of(system, options, group, folder);
            foreach (var limiter in limiters)
            {
                if (limiter.FreeAt(now) is var at && at > free)
                    (free, limit) = (at, $"its limit '{limiter.Name}'");
            }

            if (free > now)
                return null;
            _onTheWay++;
            return [.. limiters.Select(limiter => limiter.Take(now))];
        }
    }
}

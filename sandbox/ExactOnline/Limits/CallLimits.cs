using System.Globalization;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Sandbox.ExactOnline.Limits;

/// <summary>The calls of a minute of the clock and of a day in UTC, for each division.</summary>
/// <param name="settings">How many.</param>
/// <param name="clock">The clock.</param>
internal sealed class CallLimits(ExactSettings settings, TimeProvider clock)
{
    private const long Minute = 60_000, Day = 24 * 60 * Minute;

    private readonly int _callsAMinute = settings.CallsAMinute * settings.General.Generosity;
    private readonly int _callsADay = settings.CallsADay * settings.General.Generosity;

    private readonly Dictionary<int, (long Window, int Used)> _minutes = [], _days = [];

    /// <summary>Takes a call off what is left.</summary>
    /// <returns>The refusal, if nothing was left.</returns>
    public Reply? Take(int division)
    {
        if (Spend(_minutes, division, Minute, _callsAMinute) < 0)
        {
            return WithMinute(ExactErrors.Of(429, "Too many requests: the limit of the minute is reached."), division);
        }

        return Spend(_days, division, Day, _callsADay) < 0
            ? WithHeaders(ExactErrors.Of(429, "Too many requests: the limit of the day is reached."), division)
            : null;
    }

    /// <summary>The answer with what is left of the minute and of the day.</summary>
    public Reply WithHeaders(Reply reply, int division) =>
        WithMinute(With(reply, "X-RateLimit", _callsADay, _days, division, Day), division);

    private Reply WithMinute(Reply reply, int division) =>
        With(reply, "X-RateLimit-Minutely", _callsAMinute, _minutes, division, Minute);

    private int Spend(Dictionary<int, (long Window, int Used)> windows, int division, long length, int limit)
    {
        var window = Now() / length;
        var used = windows.TryGetValue(division, out var known) && known.Window == window ? known.Used + 1 : 1;
        windows[division] = (window, Math.Min(used, limit + 1));
        return limit - used;
    }

    private Reply With(Reply reply, string name, int limit, Dictionary<int, (long Window, int Used)> windows, int division, long length)
    {
        var window = Now() / length;
        var used = windows.TryGetValue(division, out var known) && known.Window == window ? known.Used : 0;
        return reply
            .With(name + "-Limit", Text(limit))
            .With(name + "-Remaining", Text(Math.Max(0, limit - used)))
            .With(name + "-Reset", Text((window + 1) * length));
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

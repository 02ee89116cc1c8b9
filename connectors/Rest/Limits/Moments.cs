using System.Globalization;
using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>Times as headers write them.</summary>
internal static class Moments
{
    // What is later is a mistake of the sender's; a timer could not wait for it either.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The time that a number means; <see langword="null"/> where it means none.</summary>
    public static DateTimeOffset? From(long number, ResetUnit unit, DateTimeOffset now)
    {
        var ticks = unit switch
        {
            ResetUnit.EpochSeconds => DateTimeOffset.UnixEpoch.Ticks + ((Int128)number * TimeSpan.TicksPerSecond),
            ResetUnit.EpochMilliseconds => DateTimeOffset.UnixEpoch.Ticks + ((Int128)number * TimeSpan.TicksPerMillisecond),
            _ => now.UtcTicks + ((Int128)number * TimeSpan.TicksPerSecond),
        };
        return ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks ? new DateTimeOffset((long)ticks, TimeSpan.Zero) : null;
    }

    /// <summary>A date as HTTP or ISO 8601 write it; <see langword="null"/> for anything else.</summary>
    public static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    /// <summary>How long <c>Retry-After</c> asks to wait (RFC 9110, 10.2.3); <see langword="null"/> where it does not.</summary>
    public static TimeSpan? RetryAfter(RestResponse response, DateTimeOffset now)
    {
        var text = response.Header("Retry-After");
        var until = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? From(seconds, ResetUnit.Seconds, now) ?? now + Longest
            : Date(text);
        return until is { } time ? TimeSpan.FromTicks(Math.Clamp((time - now).Ticks, 0, Longest.Ticks)) : null;
    }
}

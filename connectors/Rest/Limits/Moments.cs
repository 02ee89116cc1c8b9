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

    /// <summary>
    /// What a time by the clock of who answered is by the clock here. The header <c>Date</c> (RFC 9110, 6.6.1) tells the difference, to the
    /// second below; where it is not there, the clocks are taken for equal.
    /// </summary>
    public static DateTimeOffset Here(DateTimeOffset there, RestResponse response, DateTimeOffset now)
    {
        var difference = Date(response.Header("Date")) is { } date ? (now - date).Ticks : 0;
        return new DateTimeOffset((long)Int128.Clamp((Int128)there.UtcTicks + difference, 0, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);
    }

    /// <summary>A date as HTTP or ISO 8601 write it; <see langword="null"/> for anything else.</summary>
    public static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    /// <summary>How long <c>Retry-After</c> asks to wait (RFC 9110, 10.2.3); <see langword="null"/> where it does not.</summary>
    public static TimeSpan? RetryAfter(RestResponse response, DateTimeOffset now)
    {
        var text = response.Header("Retry-After");
        DateTimeOffset? until = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? From(seconds, ResetUnit.Seconds, now) ?? (now + Longest)
            : Date(text) is { } date ? Here(date, response, now) : null;
        return until is { } time ? TimeSpan.FromTicks(Math.Clamp((time - now).Ticks, 0, Longest.Ticks)) : null;
    }
}

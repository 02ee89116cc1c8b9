namespace SesamTalk.Connectors.Rest.Values;

/// <summary>Instants as numbers since 1970.</summary>
internal static class UnixTime
{
    private const long EarliestMilliseconds = -62_135_596_800_000;
    private const long LatestMilliseconds = 253_402_300_799_999;

    /// <summary>The instant of a number of milliseconds, where there is one.</summary>
    public static bool TryMilliseconds(long milliseconds, out DateTime instant)
    {
        var isInRange = milliseconds is >= EarliestMilliseconds and <= LatestMilliseconds;
        instant = isInRange ? DateTime.UnixEpoch.AddTicks(milliseconds * TimeSpan.TicksPerMillisecond) : default;
        return isInRange;
    }

    /// <summary>The whole milliseconds since 1970, rounded down.</summary>
    public static long MillisecondsOf(DateTime instant) =>
        (long)Math.Floor((decimal)(instant.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond);
}

namespace SesamTalk.Connectors.Rest.Values;

/// <summary>Instants and the clock on the wall of a time zone.</summary>
internal static class LocalTime
{
    /// <summary>The instant. An hour that a clock shows twice is the later one; one that it leaps over counts by the offset before.</summary>
    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone) =>
        Bounded(local.Ticks - zone.GetUtcOffset(System.DateTime.SpecifyKind(local, DateTimeKind.Unspecified)).Ticks);

    /// <summary>What the clock shows.</summary>
    public static DateTime Of(DateTime utc, TimeZoneInfo zone) =>
        System.DateTime.SpecifyKind(Bounded(utc.Ticks + zone.GetUtcOffset(utc).Ticks), DateTimeKind.Unspecified);

    /// <summary>The earliest that the clock shows at the instant or in the hours after: where it is set back, it shows times again.</summary>
    public static DateTime EarliestFrom(DateTime utc, TimeZoneInfo zone)
    {
        var earliest = Of(utc, zone);
        for (var quarter = 1; quarter <= 8; quarter++)
        {
            var mark = new DateTime(((utc.Ticks / QuarterTicks) + quarter) * QuarterTicks, DateTimeKind.Utc);
            var shown = Of(mark, zone);
            earliest = shown < earliest ? shown : earliest;
        }

        return earliest;
    }

    private const long QuarterTicks = TimeSpan.TicksPerMinute * 15;

    private static DateTime Bounded(long ticks) => new(Math.Clamp(ticks, System.DateTime.MinValue.Ticks, System.DateTime.MaxValue.Ticks), DateTimeKind.Utc);
}

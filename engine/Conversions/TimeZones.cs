namespace SesamTalk.Engine.Conversions;

/// <summary>Days and instants in a time zone, its changes of clocks included.</summary>
internal static class TimeZones
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>The time on the clocks of a zone.</summary>
    public static DateTime LocalOf(DateTime instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(instant, zone);

    /// <summary>
    /// The instant at which the clocks of a zone show a time: the first of two where they are put back; none where they skip it,
    /// or where it lies outside of the years that there are.
    /// </summary>
    public static DateTime? InstantOf(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
        {
            return null;
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        var ticks = local.Ticks - offset.Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTime(ticks, DateTimeKind.Utc);
    }

    /// <summary>The first instant of a day: midnight, or what follows where the clocks skip it; none where there is no such day.</summary>
    public static DateTime? StartOf(DateOnly day, TimeZoneInfo zone)
    {
        for (var minute = 0; minute < MinutesOfDay; minute++)
        {
            var local = day.ToDateTime(new TimeOnly(minute / 60, minute % 60));
            if (InstantOf(local, zone) is { } instant)
            {
                return DateOnly.FromDateTime(LocalOf(instant, zone)) == day ? instant : null;
            }
        }

        return null;
    }
}

using System.Globalization;

namespace SesamTalk.Connectors.Systems;

/// <summary>Until when to wait, for a person: to the next full minute, with the day where it is another one.</summary>
internal static class WaitText
{
    /// <summary>The text, in UTC.</summary>
    public static string Until(DateTimeOffset now, TimeSpan wait)
    {
        var end = (now + wait).UtcDateTime;
        var minute = end.AddTicks((TimeSpan.TicksPerMinute - (end.Ticks % TimeSpan.TicksPerMinute)) % TimeSpan.TicksPerMinute);
        return minute.ToString(minute.Date == now.UtcDateTime.Date ? "HH:mm 'UTC'" : "yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace SesamTalk.Sandbox.ExactOnline;

/// <summary>Exact Online's times: <c>/Date(ms)/</c>, whose milliseconds are the wall clock of the server's zone as if it were UTC.</summary>
/// <param name="zone">The zone of the server.</param>
internal sealed partial class ExactTime(TimeZoneInfo zone)
{
    /// <summary>The zone's distance from UTC at an instant, in seconds.</summary>
    public int OffsetAt(DateTimeOffset instant) => (int)zone.GetUtcOffset(instant).TotalSeconds;

    /// <summary>An instant or a day of a table on the wire; what is neither goes as it is.</summary>
    public string Wire(string cell) =>
        cell.Length == 10 && DateTime.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day) ? Wire(day)
        : DateTime.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? Wire(TimeZoneInfo.ConvertTimeFromUtc(instant, zone))
            : cell;

    /// <summary>A wall-clock time, as a literal or a body has it; <see langword="null"/> where it is none.</summary>
    public DateTime? WallClock(string text)
    {
        if (WireForm().Match(text) is { Success: true } match)
        {
            return DateTime.UnixEpoch.AddMilliseconds(long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read))
        {
            return null;
        }

        return ZoneForm().IsMatch(text) ? TimeZoneInfo.ConvertTime(read, zone).DateTime : read.DateTime;
    }

    /// <summary>The day of a wall-clock time as a table holds it.</summary>
    public static string Day(DateTime wallClock) => wallClock.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The instant of a wall-clock time as a table holds it. A time that the clock skips in spring is taken an hour later.</summary>
    public string Instant(DateTime wallClock)
    {
        var local = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        var shown = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return TimeZoneInfo.ConvertTimeToUtc(shown, zone).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
    }

    /// <summary>The day that it is at the server.</summary>
    public string Today(DateTimeOffset instant) => Day(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    private static string Wire(DateTime wallClock) => $"/Date({(long)(DateTime.SpecifyKind(wallClock, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalMilliseconds})/";

    [GeneratedRegex(@"^/Date\((-?\d+)\)/$")]
    private static partial Regex WireForm();

    [GeneratedRegex(@"(Z|[+-]\d\d:?\d\d)$")]
    private static partial Regex ZoneForm();
}

using System.Globalization;
using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>What the headers of an answer tell of a limit.</summary>
/// <param name="Permits">The number of calls permitted; <see langword="null"/> where it is not told.</param>
/// <param name="Left">The number left; <see langword="null"/> where it is not told.</param>
/// <param name="Reset">When it starts anew; <see langword="null"/> where it is not told.</param>
internal readonly record struct Announcement(int? Permits, int? Left, DateTimeOffset? Reset)
{
    /// <summary>Reads the headers of an answer.</summary>
    public static Announcement Read(RestResponse response, LimitHeaders headers, DateTimeOffset now) => new(
        Number(response, headers.Limit) is { } permits and > 0 and <= int.MaxValue ? (int)permits : null,
        Number(response, headers.Remaining) is { } left ? (int)Math.Min(left, int.MaxValue) : null,
        Time(response, headers, now));

    private static DateTimeOffset? Time(RestResponse response, LimitHeaders headers, DateTimeOffset now)
    {
        var there = headers.ResetUnit == ResetUnit.Date
            ? headers.Reset is { } name ? Moments.Date(response.Header(name)) : null
            : Number(response, headers.Reset) is { } number ? Moments.From(number, headers.ResetUnit, now) : null;
        return there is { } time && headers.ResetUnit != ResetUnit.Seconds ? Moments.Here(time, response, now) : there;
    }

    private static long? Number(RestResponse response, string? name) =>
        name is not null && long.TryParse(response.Header(name), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}

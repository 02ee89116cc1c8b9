using System.Globalization;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>Reads an interval whose form the schema has accepted.</summary>
internal static class Interval
{
    /// <summary>The interval, such as that of <c>30s</c>, <c>5m</c> or <c>1h</c>.</summary>
    public static TimeSpan? Of(string? text) => text is not [.. var digits, var unit] ? null : unit switch
    {
        's' => TimeSpan.FromSeconds(Number(digits)),
        'm' => TimeSpan.FromMinutes(Number(digits)),
        _ => TimeSpan.FromHours(Number(digits)),
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

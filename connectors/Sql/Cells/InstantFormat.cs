using System.Globalization;

namespace SesamTalk.Connectors.Sql.Cells;

/// <summary>How a column spells date-times, so that what is written looks like what is there.</summary>
/// <param name="IsNumber">As milliseconds since 1970.</param>
/// <param name="Separator">What stands between date and time.</param>
/// <param name="FractionDigits">How many digits of the second's fraction are written; with 0, three where they are not all zero.</param>
/// <param name="Zone">How the zone is written.</param>
internal sealed record InstantFormat(bool IsNumber, char Separator, int FractionDigits, ZoneSpelling Zone)
{
    private const int Milliseconds = 3;
    private const int MostFractionDigits = 7;

    /// <summary>Milliseconds since 1970.</summary>
    public static InstantFormat Number { get; } = new(true, 'T', 0, ZoneSpelling.Letter);

    /// <summary>What is written where the column shows nothing: <c>2026-01-31T12:00:00.000Z</c>.</summary>
    public static InstantFormat Usual { get; } = new(false, 'T', Milliseconds, ZoneSpelling.Letter);

    /// <summary>The spelling of a date-time that is there.</summary>
    public static InstantFormat Like(IsoInstant sample) => sample.Separator == 0
        ? Usual
        : new InstantFormat(false, (char)sample.Separator, Math.Min(sample.FractionDigits, MostFractionDigits), sample.Zone);

    /// <summary>Milliseconds since 1970, as far as they can be said in whole numbers.</summary>
    public static long ToMilliseconds(DateTime instant) => (long)Math.Floor((instant - DateTime.UnixEpoch).TotalMilliseconds);

    /// <summary>The text of an instant, in the zone of the system where none is written.</summary>
    public string Text(DateTime instant, TimeZoneInfo zone)
    {
        var clock = Zone == ZoneSpelling.None ? TimeZoneInfo.ConvertTimeFromUtc(instant, zone) : instant;
        var suffix = Zone switch { ZoneSpelling.Letter => "Z", ZoneSpelling.Offset => "+00:00", _ => string.Empty };
        return clock.ToString(Pattern(clock), CultureInfo.InvariantCulture) + suffix;
    }

    /// <summary>The instant at the precision that the column keeps.</summary>
    public DateTime Cut(DateTime instant)
    {
        var digits = IsNumber ? Milliseconds : FractionDigits;
        var step = TimeSpan.TicksPerSecond;
        for (var i = 0; i < digits; i++)
        {
            step /= 10;
        }

        return instant.AddTicks(-(instant.Ticks % step));
    }

    private string Pattern(DateTime clock)
    {
        var digits = FractionDigits == 0 && clock.Ticks % TimeSpan.TicksPerSecond >= TimeSpan.TicksPerMillisecond ? Milliseconds : FractionDigits;
        return $"yyyy'-'MM'-'dd'{Separator}'HH':'mm':'ss{(digits == 0 ? string.Empty : "'.'" + new string('f', digits))}";
    }
}

namespace SesamTalk.Connectors.Sql.Cells;

/// <summary>A date-time as ISO 8601 writes it: what its clock shows, and the spelling.</summary>
/// <param name="Clock">What the clock shows.</param>
/// <param name="Separator">What stands between date and time; 0 where there is no time.</param>
/// <param name="FractionDigits">How many digits of the second's fraction are written.</param>
/// <param name="Zone">How the zone is written.</param>
/// <param name="Offset">How far the clock is ahead of UTC, where that is written.</param>
internal readonly record struct IsoInstant(DateTime Clock, byte Separator, int FractionDigits, ZoneSpelling Zone, TimeSpan Offset)
{
    private const int DateLength = 10;
    private const int MostFractionDigits = 7;

    /// <summary>Whether clock and UTC are the same, given the zone that holds where none is written.</summary>
    public bool IsUtc(TimeZoneInfo zone) => Zone == ZoneSpelling.None ? zone == TimeZoneInfo.Utc : Offset == TimeSpan.Zero;

    /// <summary>The instant, given the zone that holds where none is written.</summary>
    public DateTime ToUtc(TimeZoneInfo zone)
    {
        var offset = Zone == ZoneSpelling.None && zone != TimeZoneInfo.Utc ? zone.GetUtcOffset(Clock) : Offset;
        var ticks = Math.Clamp(Clock.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTime(ticks, DateTimeKind.Utc);
    }

    /// <summary>Reads the UTF-8 of a date, or of a date-time with or without seconds, fraction and zone.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out IsoInstant instant)
    {
        instant = default;
        if (!TryDate(text, out var date))
        {
            return false;
        }

        if (text.Length == DateLength)
        {
            instant = new IsoInstant(date, 0, 0, ZoneSpelling.None, TimeSpan.Zero);
            return true;
        }

        return text[DateLength] is (byte)'T' or (byte)'t' or (byte)' ' && TryTime(text[(DateLength + 1)..], date, text[DateLength], out instant);
    }

    private static bool TryDate(ReadOnlySpan<byte> text, out DateTime date)
    {
        date = default;
        if (text.Length < DateLength || text[4] != '-' || text[7] != '-'
            || !TryNumber(text[..4], out var year) || !TryNumber(text[5..7], out var month) || !TryNumber(text[8..10], out var day)
            || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTime(year, month, day);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<byte> text, DateTime date, byte separator, out IsoInstant instant)
    {
        instant = default;
        var second = 0;
        if (text.Length < 5 || text[2] != ':' || !TryNumber(text[..2], out var hour) || !TryNumber(text[3..5], out var minute))
        {
            return false;
        }

        var rest = text[5..];
        if (rest.Length >= 3 && rest[0] == ':')
        {
            if (!TryNumber(rest[1..3], out second))
            {
                return false;
            }

            rest = rest[3..];
        }

        if (hour > 23 || minute > 59 || second > 59 || !TryFraction(ref rest, out var ticks, out var digits) || !TryZone(rest, out var zone, out var offset))
        {
            return false;
        }

        var clock = date.AddTicks((((hour * 60L) + minute) * 60 + second) * TimeSpan.TicksPerSecond + ticks);
        instant = new IsoInstant(clock, separator, digits, zone, offset);
        return true;
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> text, out long ticks, out int digits)
    {
        (ticks, digits) = (0, 0);
        if (text.IsEmpty || text[0] is not ((byte)'.' or (byte)','))
        {
            return true;
        }

        while (digits + 1 < text.Length && text[digits + 1] is >= (byte)'0' and <= (byte)'9')
        {
            digits++;
            ticks = digits <= MostFractionDigits ? (ticks * 10) + text[digits] - '0' : ticks;
        }

        for (var i = digits; i < MostFractionDigits; i++)
        {
            ticks *= 10;
        }

        text = text[(digits + 1)..];
        return digits > 0;
    }

    private static bool TryZone(ReadOnlySpan<byte> text, out ZoneSpelling zone, out TimeSpan offset)
    {
        (zone, offset) = (ZoneSpelling.None, TimeSpan.Zero);
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z')
        {
            zone = ZoneSpelling.Letter;
            return true;
        }

        zone = ZoneSpelling.Offset;
        return TryOffset(text, out offset);
    }

    // +hh, +hhmm or +hh:mm
    private static bool TryOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        var minute = 0;
        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || !TryNumber(text[1..3], out var hour)
            || (text.Length == 6 && text[3] != ':')
            || (text.Length > 3 && !TryNumber(text[^2..], out minute)) || hour > 14 || minute > 59)
        {
            return false;
        }

        offset = new TimeSpan(hour, minute, 0);
        offset = text[0] == '-' ? -offset : offset;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }
}

/// <summary>How a date-time says its zone.</summary>
internal enum ZoneSpelling
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The letter Z.</summary>
    Letter,

    /// <summary>An offset such as +02:00.</summary>
    Offset,
}

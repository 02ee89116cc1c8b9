using System.Globalization;

namespace SesamTalk.Connectors.Rest.Values;

/// <summary>Dates and instants as ISO 8601 writes them.</summary>
internal static class IsoText
{
    private const int FinestDigits = 7;

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ssK", "yyyy-MM-dd",
    ];

    /// <summary>Reads an instant; without an offset in the zone.</summary>
    public static bool TryInstant(string text, TimeZoneInfo zone, out DateTime utc)
    {
        if (!DateTime.TryParseExact(Cut(text), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out utc))
        {
            return false;
        }

        utc = utc.Kind == DateTimeKind.Utc ? utc : LocalTime.ToUtc(utc, zone);
        return true;
    }

    /// <summary>Reads the date of a date or of a date with a time; that time's offset does not matter.</summary>
    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text.AsSpan(0, Math.Min(text.Length, 10)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && (text.Length == 10 || text[10] is 'T' or ' ' or 'Z');

    // Finer than 100 ns is finer than anything here keeps.
    private static string Cut(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var end = point + 1;
        while (point >= 0 && end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return point >= 0 && end - point - 1 > FinestDigits ? string.Concat(text.AsSpan(0, point + 1 + FinestDigits), text.AsSpan(end)) : text;
    }
}

using System.Globalization;

namespace SesamTalk.Connectors.Rest.Values;

/// <summary>Instants as texts, in the form of a system.</summary>
internal static class InstantText
{
    private const string Fractions = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    /// <summary>An instant as the system writes it; <paramref name="local"/> is what the clock of the zone shows then.</summary>
    public static string Of(DateTime utc, DateTime local, ValueForm form) => form.DateTime switch
    {
        DateTimeForm.IsoLocal => local.ToString(Fractions, CultureInfo.InvariantCulture),
        DateTimeForm.IsoOffset => new DateTimeOffset(local, form.Zone.GetUtcOffset(utc)).ToString(Fractions + "zzz", CultureInfo.InvariantCulture),
        DateTimeForm.DateMilliseconds => DateMilliseconds.Of(utc),
        DateTimeForm.DateMillisecondsLocal => DateMilliseconds.Of(local),
        DateTimeForm.UnixSeconds => Math.Floor(UnixTime.MillisecondsOf(utc) / 1000m).ToString("0", CultureInfo.InvariantCulture),
        DateTimeForm.UnixMilliseconds => UnixTime.MillisecondsOf(utc).ToString(CultureInfo.InvariantCulture),
        _ => utc.ToString(Fractions + "'Z'", CultureInfo.InvariantCulture),
    };

    /// <summary>An instant as the system writes it.</summary>
    public static string Of(DateTime utc, ValueForm form) => Of(utc, LocalTime.Of(utc, form.Zone), form);

    /// <summary>Reads a text of the system.</summary>
    public static bool TryRead(string text, ValueForm form, out DateTime utc)
    {
        if (DateMilliseconds.TryRead(text, out utc))
        {
            utc = form.DateTime == DateTimeForm.DateMillisecondsLocal ? LocalTime.ToUtc(utc, form.Zone) : utc;
            return true;
        }

        return IsoText.TryInstant(text, form.Zone, out utc)
            || (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && TryNumber(number, form, out utc));
    }

    /// <summary>Reads a number of the system.</summary>
    public static bool TryNumber(long number, ValueForm form, out DateTime utc)
    {
        utc = default;
        return form.DateTime switch
        {
            DateTimeForm.UnixSeconds => Math.Abs(number) < long.MaxValue / 1000 && UnixTime.TryMilliseconds(number * 1000, out utc),
            DateTimeForm.UnixMilliseconds => UnixTime.TryMilliseconds(number, out utc),
            _ => false,
        };
    }
}

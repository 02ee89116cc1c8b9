using System.Globalization;

namespace SesamTalk.Engine.Conversions;

/// <summary>How instants are written.</summary>
/// <param name="form">The form; none for the international one, with its offset.</param>
/// <param name="zone">The zone whose clocks a form tells.</param>
internal sealed class TimeForm(string? form, TimeZoneInfo zone)
{
    private const string Iso = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private static readonly string[] IsoForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];
    private static readonly DateTime[] Trials = [new(2024, 2, 29, 13, 0, 0), new(1805, 12, 31, 0, 0, 0), new(9999, 11, 2, 23, 0, 0)];

    /// <summary>Whether it is the international one.</summary>
    public bool IsIso => form is null;

    /// <summary>What is said of what is not written so.</summary>
    public string Problem { get; } = form is null
        ? "is no time of the form 2024-05-01T14:30:00Z"
        : $"is no time of the form {form} that the clocks of {zone.Id} show";

    /// <summary>Whether times can be told by a form.</summary>
    public static bool IsForm(string form)
    {
        try
        {
            return form.Contains("yyyy", StringComparison.Ordinal) && !form.Contains('z', StringComparison.Ordinal) && !form.Contains('K', StringComparison.Ordinal)
                && Trials.All(t => Local(Text(t, form), form) == t);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The instant that a text tells; none where it tells none.</summary>
    public DateTime? Read(string text) =>
        form is null ? ReadIso(text)
        : Local(text, form) is { } local ? TimeZones.InstantOf(local, zone)
        : null;

    /// <summary>An instant as text.</summary>
    public string Written(DateTime instant) =>
        form is null ? instant.ToString(Iso, CultureInfo.InvariantCulture) : Text(TimeZones.LocalOf(instant, zone), form);

    /// <inheritdoc/>
    public override string ToString() => form ?? "2024-05-01T14:30:00Z";

    private static DateTime? ReadIso(string text) =>
        (text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text.Contains('T', StringComparison.Ordinal)))
            && DateTimeOffset.TryParseExact(text, IsoForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime
            : null;

    // Only what is written exactly so: a text that would come back otherwise is not taken.
    private static DateTime? Local(string text, string form) =>
        DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && Text(time, form) == text ? time : null;

    private static string Text(DateTime time, string form) => time.ToString(form, CultureInfo.InvariantCulture).Trim();
}

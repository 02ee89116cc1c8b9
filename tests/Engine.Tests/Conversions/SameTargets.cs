using System.Globalization;
using System.Text.RegularExpressions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Tests.Conversions;

/// <summary>Which target values a conversion may hold for the same, said once more and without it.</summary>
internal static class SameTargets
{
    private static readonly CanonicalForm Plain = new(false, 1);

    public static bool Are(ConversionExample example, Value one, Value other) => Something(FormOf(example, one)).Equals(Something(FormOf(example, other)));

    private static object Something(object form) => form is "" ? Value.None : form;

    private static object FormOf(ConversionExample example, Value value)
    {
        var canonical = Plain.Canonical(value);
        var text = canonical.Kind == ValueKind.Text ? canonical.AsText : null;
        return example.Written switch
        {
            "{ default: Oslo }" when canonical.IsNone => Value.Text("Oslo"),
            "{ default: 0 }" when canonical.IsNone => Value.Decimal(0),
            "{ round: 2 }" when !canonical.IsNone => Math.Round(canonical.AsDecimal, 2, MidpointRounding.AwayFromZero),
            "{ round: 0 }" when !canonical.IsNone => Math.Round(canonical.AsDecimal, 0, MidpointRounding.AwayFromZero),
            "date" when canonical.Kind == ValueKind.DateTime => canonical.AsDateTime.Date,
            "{ date: { zone: America/Sao_Paulo } }" when canonical.Kind == ValueKind.DateTime => Clock(canonical, "America/Sao_Paulo").Date,
            "{ datetime: \"dd.MM.yyyy HH:mm\" }" when canonical.Kind == ValueKind.DateTime => canonical.AsDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture),
            "{ datetime: { form: \"dd.MM.yyyy HH:mm\", zone: Europe/Oslo } }" when canonical.Kind == ValueKind.DateTime =>
                Clock(canonical, "Europe/Oslo").ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture),
            _ when text is not null => FormOf(example, text),
            _ => canonical,
        };
    }

    private static object FormOf(ConversionExample example, string text) => example.Written.Split(':')[0].Trim('{', ' ') switch
    {
        "upper" or "boolean" or "country" or "language" or "currency" => Composed(text.ToUpperInvariant()),
        "lower" or "email" => text.ToLowerInvariant(),
        "remove" => Without(text, example.Written.Contains("ab", StringComparison.Ordinal) ? "ab" : " "),
        "prefix" when text.StartsWith("NO ", StringComparison.Ordinal) || text.StartsWith("NO-", StringComparison.Ordinal) => text[..3] + text[3..].Trim(),
        "number" => decimal.Parse(text, CultureInfo.InvariantCulture),
        "datetime" when example.Written == "datetime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).UtcDateTime,
        "join" => Regex.Replace(string.Join('|', text.Split(example.Written.Contains(';', StringComparison.Ordinal) ? ";" : ", ").Select(e => e.Trim())), @"\|\|+", "|").Trim('|'),
        "phone" => Digits(text)[^4..],
        "url" => Uri.UnescapeDataString(Regex.Replace(new Uri(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text).AbsoluteUri, "/$", "")),
        "html-to-text" => string.Concat(Regex.Replace(text, @"\s+", " ").Where(c => !char.IsControl(c))).Replace(" ", string.Empty, StringComparison.Ordinal),
        _ => Value.Text(text),
    };

    private static DateTime Clock(Value instant, string zone) => TimeZoneInfo.ConvertTimeFromUtc(instant.AsDateTime, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static string Composed(string text) => Plain.Canonical(Value.Text(text)) is { IsNone: false } canonical ? canonical.AsText : string.Empty;

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Without(string text, string unwanted)
    {
        while (text.Contains(unwanted, StringComparison.Ordinal))
        {
            text = Composed(text.Remove(text.IndexOf(unwanted, StringComparison.Ordinal), unwanted.Length));
        }

        return text.Trim();
    }
}

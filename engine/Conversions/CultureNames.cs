using System.Globalization;

namespace SesamTalk.Engine.Conversions;

/// <summary>What .NET knows of countries, languages and currencies.</summary>
internal static class CultureNames
{
    // Those that are looked at first in a list stand first in it.
    private static readonly string[] First = ["NO", "SE", "DK", "nb", "sv", "da", "NOK", "SEK", "DKK"];

    private static readonly Lazy<RegionInfo[]> Regions = new(() =>
        [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(RegionOf).OfType<RegionInfo>().DistinctBy(r => r.Name)]);

    /// <summary>The countries: two-letter code, three-letter code, English name (ISO 3166).</summary>
    public static IEnumerable<string[]> Countries => Sorted(Regions.Value
        .Where(r => r.TwoLetterISORegionName is { Length: 2 } && r.ThreeLetterISORegionName.Length == 3)
        .DistinctBy(r => r.TwoLetterISORegionName)
        .Select(r => new[] { r.TwoLetterISORegionName, r.ThreeLetterISORegionName, r.EnglishName }));

    /// <summary>The languages: two-letter code, three-letter code, English name (ISO 639).</summary>
    public static IEnumerable<string[]> Languages => Sorted(CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(c => c.Name.Length == 2 && c.ThreeLetterISOLanguageName.Length == 3)
        .Select(c => new[] { c.Name, c.ThreeLetterISOLanguageName, c.EnglishName }));

    /// <summary>The currencies: code, English name (ISO 4217).</summary>
    public static IEnumerable<string[]> Currencies => Sorted(Regions.Value
        .Where(r => r.ISOCurrencySymbol.Length == 3 && r.ISOCurrencySymbol.All(char.IsAsciiLetterUpper))
        .DistinctBy(r => r.ISOCurrencySymbol)
        .Select(r => new[] { r.ISOCurrencySymbol, r.CurrencyEnglishName }));

    private static IOrderedEnumerable<string[]> Sorted(IEnumerable<string[]> rows) => rows
        .OrderBy(r => Array.IndexOf(First, r[0]) is var place && place < 0 ? int.MaxValue : place)
        .ThenBy(r => r[0], StringComparer.Ordinal);

    // Esperanto has no country.
    private static RegionInfo? RegionOf(CultureInfo culture)
    {
        try
        {
            return new RegionInfo(culture.Name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

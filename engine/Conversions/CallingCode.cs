namespace SesamTalk.Engine.Conversions;

/// <summary>How the numbers of a country are dialled from abroad.</summary>
/// <param name="Code">Its calling code.</param>
/// <param name="Trunk">What is dialled before a number inside of the country, and not from abroad; empty where nothing is.</param>
internal sealed record CallingCode(string Code, string Trunk)
{
    // Italy dials its nought from abroad too; the countries without a trunk never had one.
    private static readonly SortedDictionary<string, CallingCode> All = new(StringComparer.Ordinal)
    {
        ["AT"] = new("43", "0"), ["AU"] = new("61", "0"), ["BE"] = new("32", "0"), ["BG"] = new("359", "0"), ["CA"] = new("1", "1"),
        ["CH"] = new("41", "0"), ["CN"] = new("86", "0"), ["CY"] = new("357", ""), ["CZ"] = new("420", ""), ["DE"] = new("49", "0"),
        ["DK"] = new("45", ""), ["EE"] = new("372", ""), ["ES"] = new("34", ""), ["FI"] = new("358", "0"), ["FO"] = new("298", ""),
        ["FR"] = new("33", "0"), ["GB"] = new("44", "0"), ["GL"] = new("299", ""), ["GR"] = new("30", ""), ["HR"] = new("385", "0"),
        ["HU"] = new("36", "06"), ["IE"] = new("353", "0"), ["IN"] = new("91", "0"), ["IS"] = new("354", ""), ["IT"] = new("39", ""),
        ["JP"] = new("81", "0"), ["LU"] = new("352", ""), ["LV"] = new("371", ""), ["MT"] = new("356", ""), ["NL"] = new("31", "0"),
        ["NO"] = new("47", ""), ["NZ"] = new("64", "0"), ["PL"] = new("48", ""), ["PT"] = new("351", ""), ["RO"] = new("40", "0"),
        ["SE"] = new("46", "0"), ["SG"] = new("65", ""), ["SI"] = new("386", "0"), ["SK"] = new("421", "0"), ["TR"] = new("90", "0"),
        ["UA"] = new("380", "0"), ["US"] = new("1", "1"),
    };

    /// <summary>The countries that are known, by their two-letter codes.</summary>
    public static IReadOnlyCollection<string> Countries => All.Keys;

    /// <summary>The calling code of a country; <see langword="null"/> where it is not known.</summary>
    public static CallingCode? Of(string country) => All.GetValueOrDefault(country);
}

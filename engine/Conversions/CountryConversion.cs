using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Turns codes and names of countries into each other (ISO 3166).</summary>
internal static class CountryConversion
{
    private static readonly CodeList Codes = new("country", ["code2", "code3", "name"], () => CultureNames.Countries);

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "country",
        "convert: country, convert: { country: code3 } or convert: { country: { from: name, to: code2 } }",
        "turns the code2 (NO), the code3 (NOR) or the English name of a country into another of them, and refuses what is no country; code2 where not said",
        Codes.Create)
    {
        Examples =
        [
            new("country", PropertyType.String, PropertyType.String),
            new("{ country: code3 }", PropertyType.String, PropertyType.String),
            new("{ country: { from: name, to: code2 } }", PropertyType.String, PropertyType.String),
        ],
    };
}

using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Turns codes and names of languages into each other (ISO 639).</summary>
internal static class LanguageConversion
{
    private static readonly CodeList Codes = new("language", ["code2", "code3", "name"], () => CultureNames.Languages);

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "language",
        "convert: language, convert: { language: code3 } or convert: { language: { from: name, to: code2 } }",
        "turns the code2 (nb), the code3 (nob) or the English name of a language into another of them, and refuses what is no language; code2 where not said",
        Codes.Create)
    {
        Examples =
        [
            new("language", PropertyType.String, PropertyType.String),
            new("{ language: code3 }", PropertyType.String, PropertyType.String),
            new("{ language: { from: name, to: code2 } }", PropertyType.String, PropertyType.String),
        ],
    };
}

using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Turns codes and names of currencies into each other (ISO 4217).</summary>
internal static class CurrencyConversion
{
    private static readonly CodeList Codes = new("currency", ["code", "name"], () => CultureNames.Currencies);

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "currency",
        "convert: currency, convert: { currency: name } or convert: { currency: { from: name, to: code } }",
        "turns the code (NOK) or the English name of a currency into the other, and refuses what is no currency; the code where not said",
        Codes.Create)
    {
        Examples =
        [
            new("currency", PropertyType.String, PropertyType.String),
            new("{ currency: name }", PropertyType.String, PropertyType.String),
            new("{ currency: { from: name, to: code } }", PropertyType.String, PropertyType.String),
        ],
    };
}

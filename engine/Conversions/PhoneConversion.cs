using System.Text;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Writes telephone numbers as +4799887766: with the calling code of their country, and nothing between the digits.</summary>
internal sealed class PhoneConversion(CallingCode country) : TextConversion
{
    private const string Problem = "is no telephone number";
    private const int Fewest = 7;
    private const int Most = 15;

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "phone",
        "convert: { phone: NO }",
        "writes a telephone number as +4799887766; one without a calling code is of the country that is named",
        Create)
    {
        Examples = [new("{ phone: \"NO\" }", PropertyType.String, PropertyType.String), new("{ phone: SE }", PropertyType.String, PropertyType.String)],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.LossyBack($"the number with its calling code, such as +{country.Code}99887766") with
    {
        Same = "numbers that differ only in how they are grouped, or in a missing calling code of the named country",
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = Texts($"{country.Trunk}99 88 77 66", "+47 22 33 44 55", "0046 (0)8-123 456");

    /// <inheritdoc/>
    protected override ConversionResult There(string text) =>
        Dialled(text) is { } dialled && International(dialled) is { } digits && digits.Length is >= Fewest and <= Most && digits[0] != '0'
            ? Value.Text($"+{digits}")
            : Refused(text, Problem);

    // What joins the groups of a number goes; 00 is a plus.
    private static string? Dialled(string text)
    {
        var dialled = new StringBuilder(text.Length);
        foreach (var character in text.Replace("(0)", string.Empty, StringComparison.Ordinal))
        {
            if (char.IsAsciiDigit(character) || (character == '+' && dialled.Length == 0))
            {
                dialled.Append(character);
            }
            else if (!(char.IsWhiteSpace(character) || character is '.' or '-' or '/' or '(' or ')' or '\u2010' or '\u2011' or '\u2013'))
            {
                return null;
            }
        }

        var all = dialled.ToString();
        return all.StartsWith("00", StringComparison.Ordinal) ? $"+{all[2..]}" : all;
    }

    private string? International(string dialled) =>
        dialled.StartsWith('+') ? dialled[1..]
        : dialled.Length == 0 ? null
        : country.Trunk.Length > 0 && dialled.StartsWith(country.Trunk, StringComparison.Ordinal) ? country.Code + dialled[country.Trunk.Length..]
        : country.Code + dialled;

    private static ConversionStep Create(ConversionRequest request) =>
        string.IsNullOrEmpty(request.Text) ? ConversionStep.Refused("it needs the country of the numbers that name none")
        : CallingCode.Of(request.Text) is not { } country
            ? ConversionStep.Refused($"it knows no calling code of '{request.Text}'; it knows {string.Join(", ", CallingCode.Countries)}")
        : ConversionStep.TakesText(request) ? new ConversionStep(new PhoneConversion(country), PropertyType.String)
        : ConversionStep.Refused("it takes text");
}

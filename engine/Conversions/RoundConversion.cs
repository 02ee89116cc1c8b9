using System.Globalization;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Rounds numbers to some decimals, the half away from nought.</summary>
internal sealed class RoundConversion(int decimals) : Conversion
{
    private const int MostDecimals = 28;

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "round",
        "convert: { round: 2 }",
        "rounds a number to so many decimals, the half away from nought",
        Create)
    {
        Examples = [new("{ round: 2 }", PropertyType.Decimal, PropertyType.Decimal), new("{ round: 0 }", PropertyType.Decimal, PropertyType.Integer)],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.LossyBack($"the number with {decimals} decimals") with { Same = "numbers that are rounded to one" };

    /// <inheritdoc/>
    public override PropertyType Input => PropertyType.Decimal;

    /// <inheritdoc/>
    public override PropertyType Output => PropertyType.Decimal;

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = [Value.Decimal(12.345m), Value.Decimal(-0.5m)];

    /// <inheritdoc/>
    protected override ConversionResult There(Value source) =>
        source.Kind is ValueKind.Integer or ValueKind.Decimal
            ? Value.Decimal(decimal.Round(source.AsDecimal, decimals, MidpointRounding.AwayFromZero))
            : ConversionResult.Refused(source, "is no number");

    /// <inheritdoc/>
    protected override ConversionResult Back(Value target) => There(target);

    private static ConversionStep Create(ConversionRequest request) =>
        !int.TryParse(request.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) || decimals > MostDecimals
            ? ConversionStep.Refused("it needs the number of decimals, from 0 to 28")
        : request.Input is PropertyType.Decimal or PropertyType.Any ? ConversionStep.Of(new RoundConversion(decimals))
        : ConversionStep.Refused("it takes a decimal");
}

using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Gives the same value whatever comes in. It does not run back.</summary>
internal sealed class ConstantConversion(Value constant) : IConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "constant",
        "convert: { constant: VALUE }",
        "gives the same value whatever comes in; it does not run back",
        Create);

    /// <inheritdoc/>
    public ConversionLaw Law => ConversionLaw.OneWay;

    /// <inheritdoc/>
    public Value Get(Value source) => constant;

    /// <inheritdoc/>
    public Value Put(Value target, Value source) => source;

    private static ConversionStep Create(ConversionRequest request) =>
        request.Text is null ? ConversionStep.Refused("it needs a value")
        : ValueText.Read(request.Text, request.Wanted) is { } value ? new ConversionStep(new ConstantConversion(value), request.Wanted)
        : ConversionStep.Refused($"'{request.Text}' is not of the type of the target property");
}

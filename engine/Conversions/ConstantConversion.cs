using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Gives the same value whatever comes in. It does not run back.</summary>
internal sealed class ConstantConversion(Value constant, PropertyType output) : IConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "constant",
        "convert: { constant: VALUE }",
        "gives the same value whatever comes in",
        Create)
    {
        Examples = [new("{ constant: Oslo }", PropertyType.String, PropertyType.String), new("{ constant: 20 }", PropertyType.String, PropertyType.Integer)],
    };

    /// <inheritdoc/>
    public ConversionLaw Law => ConversionLaw.OneWay;

    /// <inheritdoc/>
    public PropertyType Output => output;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Samples { get; } = [Value.Text("Bergen"), Value.None];

    /// <inheritdoc/>
    public ConversionResult Get(Value source) => constant;

    /// <inheritdoc/>
    public ConversionResult Put(Value target, Value source) => source;

    private static ConversionStep Create(ConversionRequest request) =>
        request.Text is null ? ConversionStep.Refused("it needs a value")
        : ValueText.Read(request.Text, request.Wanted) is { } value ? ConversionStep.Of(new ConstantConversion(value, request.Wanted))
        : ConversionStep.Refused($"'{request.Text}' is not of the type of the target property");
}

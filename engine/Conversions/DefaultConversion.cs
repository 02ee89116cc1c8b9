using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Gives a value where there is none.</summary>
internal sealed class DefaultConversion(Value value, PropertyType type) : IConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "default",
        "convert: { default: VALUE }",
        "gives a value where there is none; another one passes unchanged",
        Create)
    {
        Examples = [new("{ default: Oslo }", PropertyType.String, PropertyType.String), new("{ default: 0 }", PropertyType.Decimal, PropertyType.Decimal)],
    };

    /// <inheritdoc/>
    public ConversionLaw Law { get; } = ConversionLaw.LossyBack($"'{value}' itself where the source had nothing") with { Same = $"nothing and '{value}'" };

    /// <inheritdoc/>
    public PropertyType Input => type;

    /// <inheritdoc/>
    public PropertyType Output => type;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Samples { get; } = [Value.None, value];

    /// <inheritdoc/>
    public ConversionResult Get(Value source) => CanonicalForm.IsEmpty(source) ? value : source;

    /// <inheritdoc/>
    public ConversionResult Put(Value target, Value source) => TargetForm(source) == TargetForm(target) ? source : target;

    /// <inheritdoc/>
    public Value TargetForm(Value target) => Sameness.FormOf(Get(target).Value);

    private static ConversionStep Create(ConversionRequest request)
    {
        var type = request.Input == PropertyType.Any ? request.Wanted : request.Input;
        return string.IsNullOrWhiteSpace(request.Text) ? ConversionStep.Refused("it needs a value")
            : ValueText.Read(request.Text, type) is { } value ? ConversionStep.Of(new DefaultConversion(value, type))
            : ConversionStep.Refused($"'{request.Text}' is not of the type of the source property");
    }
}

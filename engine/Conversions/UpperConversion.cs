using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Writes text in capitals, by no language's own rules.</summary>
internal sealed class UpperConversion : TextConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "upper",
        "convert: upper",
        "writes text in capitals",
        request => ConversionStep.OfText(request, new UpperConversion()))
    {
        Examples = [new("upper", PropertyType.String, PropertyType.String)],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.LossyBack("capitals") with { Same = "texts that differ only in case" };

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = Texts("Øre", "Oslo");

    /// <inheritdoc/>
    protected override ConversionResult There(string text) => Text(text.ToUpperInvariant());
}

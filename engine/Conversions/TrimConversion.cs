using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Takes white space away from both ends.</summary>
internal sealed class TrimConversion : TextConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "trim",
        "convert: trim",
        "takes blanks away from both ends",
        request => ConversionStep.OfText(request, new TrimConversion()))
    {
        Examples = [new("trim", PropertyType.String, PropertyType.String)],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.Lossless;

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = Texts(" Ålesund ", "Oslo");

    /// <inheritdoc/>
    protected override ConversionResult There(string text) => Text(text);
}

using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Writes text in small letters, by no language's own rules.</summary>
internal sealed class LowerConversion : TextConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "lower",
        "convert: lower",
        "writes text in small letters",
        request => ConversionStep.OfText(request, new LowerConversion()))
    {
        Examples = [new("lower", PropertyType.String, PropertyType.String)],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.LossyBack("small letters") with { Same = "texts that differ only in case" };

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = Texts("ØRE", "Oslo");

    /// <inheritdoc/>
#pragma warning disable CA1308 // Small letters are what the author asks for; this is no normalisation for a comparison.
    protected override ConversionResult There(string text) => Text(text.ToLowerInvariant());
#pragma warning restore CA1308
}

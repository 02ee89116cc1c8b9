namespace SesamTalk.Engine.Conversions;

/// <summary>Writes text in small letters, by no language's own rules.</summary>
internal sealed class LowerConversion : TextConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "lower",
        "convert: lower",
        "writes text in small letters; the way back keeps the source where it differs only in case, else writes small letters",
        request => ConversionStep.OfText(request, new LowerConversion()));

    /// <inheritdoc/>
#pragma warning disable CA1308 // Small letters are what the author asks for; this is no normalisation for a comparison.
    protected override string There(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}

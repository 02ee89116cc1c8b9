namespace SesamTalk.Engine.Conversions;

/// <summary>Writes text in capitals, by no language's own rules.</summary>
internal sealed class UpperConversion : TextConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "upper",
        "convert: upper",
        "writes text in capitals; the way back keeps the source where it differs only in case, else writes capitals",
        request => ConversionStep.OfText(request, new UpperConversion()));

    /// <inheritdoc/>
    protected override string There(string text) => text.ToUpperInvariant();
}

namespace SesamTalk.Engine.Conversions;

/// <summary>Takes white space away from both ends.</summary>
internal sealed class TrimConversion : TextConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "trim",
        "convert: trim",
        "takes blanks away from both ends; the way back writes the trimmed text",
        request => ConversionStep.OfText(request, new TrimConversion()));

    /// <inheritdoc/>
    protected override string There(string text) => text.Trim();
}

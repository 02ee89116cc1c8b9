using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Puts a text before each value, and takes it away on the way back.</summary>
internal sealed class PrefixConversion(string prefix) : TextConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "prefix",
        "convert: { prefix: \"NO-\" }",
        "puts a text before the value; the way back takes it away, and keeps a text that does not begin with it",
        Create);

    /// <inheritdoc/>
    protected override string There(string text) => text.Length == 0 ? text : prefix + text;

    /// <inheritdoc/>
    protected override string Back(string text) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;

    private static ConversionStep Create(ConversionRequest request) =>
        string.IsNullOrEmpty(request.Text) ? ConversionStep.Refused("it needs the text to put before")
        : ConversionStep.TakesText(request) ? new ConversionStep(new PrefixConversion(request.Text), PropertyType.String)
        : ConversionStep.Refused("it takes text");
}

using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Turns HTML into the text that a reader sees. An edit of the text comes back as plain HTML, without formatting.</summary>
internal sealed class HtmlToTextConversion : TextConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "html-to-text",
        "convert: html-to-text",
        "turns HTML into the text that a reader sees, with line breaks where it has them",
        request => ConversionStep.OfText(request, new HtmlToTextConversion()))
    {
        Examples = [new("html-to-text", PropertyType.String, PropertyType.String)],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.LossyBack("the bare text, without formatting") with
    {
        Same = "texts that differ only in how many blanks or empty lines stand somewhere, or in control characters",
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = Texts("<p>Call <b>Kari</b> &amp; Ola</p><p>before noon</p>", "plain");

    /// <inheritdoc/>
    protected override ConversionResult There(string text) => Text(HtmlText.Of(text));

    /// <inheritdoc/>
    protected override ConversionResult Back(string text) =>
        Text(string.Join("<br>", HtmlText.Tidy(text).Split('\n').Select(Escaped)));

    // Only what means something in HTML: a letter is readable as it stands.
    private static string Escaped(string line) => line
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}

using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Writes web addresses in full: with their scheme, the host in small letters, no bare slash at the end.</summary>
internal sealed class UrlConversion : TextConversion
{
    private const string Problem = "is no web address";

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "url",
        "convert: url",
        "writes a web address in full: https:// where no scheme is said, the host in small letters, no bare slash at the end",
        request => ConversionStep.OfText(request, new UrlConversion()))
    {
        Examples = [new("url", PropertyType.String, PropertyType.String)],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.LossyBack("the address in full, such as https://example.com") with
    {
        Same = "addresses that differ only in a missing https://, the case of the host, escapes, or a bare slash at the end",
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = Texts("Example.com", "http://example.com/Sider?q=ø");

    /// <inheritdoc/>
    protected override ConversionResult There(string text)
    {
        var full = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        return IsPlain(text) && Uri.TryCreate(full, UriKind.Absolute, out var address) && IsOfWeb(address)
            ? Value.Text(Written(address))
            : Refused(text, Problem);
    }

    private static bool IsOfWeb(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0;

    private static string Written(Uri address) =>
        address is { PathAndQuery: "/", Fragment: "" } ? address.AbsoluteUri.TrimEnd('/') : address.AbsoluteUri;

    // Blanks and half characters would be lost in escapes.
    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || char.IsWhiteSpace(text[i]) || char.IsControl(text[i]) || text[i] == '\\')
            {
                return false;
            }
        }

        return true;
    }
}

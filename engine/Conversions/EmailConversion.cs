using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Writes e-mail addresses in small letters, and refuses what is none.</summary>
internal sealed class EmailConversion : TextConversion
{
    private const string Problem = "is no e-mail address";

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "email",
        "convert: email",
        "writes an e-mail address in small letters, and refuses what is none",
        request => ConversionStep.OfText(request, new EmailConversion()))
    {
        Examples = [new("email", PropertyType.String, PropertyType.String)],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.LossyBack("the address in small letters") with { Same = "addresses that differ only in case" };

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = Texts("Kari.Nordmann@Example.no", "ola@example.no");

    /// <inheritdoc/>
#pragma warning disable CA1308 // Small letters are how addresses are written.
    protected override ConversionResult There(string text) => IsAddress(text) ? Value.Text(text.ToLowerInvariant()) : Refused(text, Problem);
#pragma warning restore CA1308

    // One @ with something before it, and a name with a dot or without one behind it: more than that only the mailbox itself can tell.
    private static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or ':' or '(' or ')')
            && text[at + 1] is not ('.' or '-') && text[^1] is not ('.' or '-') && !text.AsSpan(at).Contains("..", StringComparison.Ordinal);
    }
}

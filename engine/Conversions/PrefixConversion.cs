using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>Puts a text before each value, and takes it away on the way back.</summary>
internal sealed class PrefixConversion(string prefix) : TextConversion
{
    private readonly string _without = $"does not begin with '{prefix}' and something behind it";

    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "prefix",
        "convert: { prefix: \"NO-\" }",
        "puts a text before the value, and takes it away on the way back; a target that does not begin with it is refused",
        Create)
    {
        Examples = [new("{ prefix: \"NO-\" }", PropertyType.String, PropertyType.String), new("{ prefix: \"NO \" }", PropertyType.String, PropertyType.String)],
    };

    /// <inheritdoc/>
    public override ConversionLaw Law { get; } = ConversionLaw.Lossless with { Same = "texts that differ only in blanks behind the prefix" };

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = Texts("12", "Oslo");

    // A text that begins with an accent would melt into the prefix, and could not be told from it again.
    /// <inheritdoc/>
    protected override ConversionResult There(string text)
    {
        var there = prefix + text;
        return Sameness.TextOf(Value.Text(there)) == there ? Value.Text(there) : Refused(text, $"cannot stand behind '{prefix}'");
    }

    /// <inheritdoc/>
    protected override ConversionResult Back(string text)
    {
        var bare = text.StartsWith(prefix, StringComparison.Ordinal) ? Sameness.TextOf(Value.Text(text[prefix.Length..]))! : string.Empty;
        return bare.Length > 0 && There(bare).IsValue ? Value.Text(bare) : Refused(text, _without);
    }

    private static ConversionStep Create(ConversionRequest request)
    {
        // Blanks at the outer end are no part of a text (clause O4).
        var prefix = request.Text?.Normalize().TrimStart();
        return string.IsNullOrEmpty(prefix) ? ConversionStep.Refused("it needs the text to put before")
            : ConversionStep.TakesText(request) ? new ConversionStep(new PrefixConversion(prefix), PropertyType.String)
            : ConversionStep.Refused("it takes text");
    }
}

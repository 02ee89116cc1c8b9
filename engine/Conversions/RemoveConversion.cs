namespace SesamTalk.Engine.Conversions;

/// <summary>Takes a given text away wherever it stands, such as the blanks in a number.</summary>
internal sealed class RemoveConversion(string unwanted) : TextConversion
{
    /// <summary>The kind.</summary>
    public static ConversionKind Kind { get; } = new(
        "remove",
        "convert: { remove: \" \" }",
        "takes a text away wherever it stands; the way back keeps the source where it says the same, else writes the bare text",
        Create);

    /// <inheritdoc/>
    protected override string There(string text) => text.Replace(unwanted, string.Empty, StringComparison.Ordinal);

    private static ConversionStep Create(ConversionRequest request) =>
        string.IsNullOrEmpty(request.Text) ? ConversionStep.Refused("it needs the text to take away")
        : ConversionStep.TakesText(request) ? new ConversionStep(new RemoveConversion(request.Text), Connectors.Values.PropertyType.String)
        : ConversionStep.Refused("it takes text");
}

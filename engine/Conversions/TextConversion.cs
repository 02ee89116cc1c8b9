using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>A conversion from text to text. A number or a date that comes in is taken as it is written.</summary>
internal abstract class TextConversion : Conversion
{
    private const string NoText = "is a list, and no text";

    /// <inheritdoc/>
    public sealed override PropertyType Input => PropertyType.String;

    /// <inheritdoc/>
    public sealed override PropertyType Output => PropertyType.String;

    /// <inheritdoc/>
    protected sealed override ConversionResult There(Value source) =>
        Sameness.TextOf(source) is { } text ? There(text) : ConversionResult.Refused(source, NoText);

    /// <inheritdoc/>
    protected sealed override ConversionResult Back(Value target) =>
        Sameness.TextOf(target) is { } text ? Back(text) : ConversionResult.Refused(target, NoText);

    /// <summary>From source to target.</summary>
    protected abstract ConversionResult There(string text);

    /// <summary>From target to source. What brings texts into a form brings them into it on the way back as well.</summary>
    protected virtual ConversionResult Back(string text) => There(text);

    /// <summary>A text; none where nothing is left.</summary>
    protected static ConversionResult Text(string text) => text.Length == 0 ? Value.None : Value.Text(text);

    /// <summary>A refusal.</summary>
    protected static ConversionResult Refused(string text, string problem) => ConversionResult.Refused(Value.Text(text), problem);

    /// <summary>Values of texts.</summary>
    protected static IReadOnlyList<Value> Texts(params string[] texts) => [.. texts.Select(Value.Text)];
}

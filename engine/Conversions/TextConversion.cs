using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>A conversion from text to text. What is no text passes unchanged: whoever receives it says so in plain words.</summary>
internal abstract class TextConversion : IConversion
{
    /// <inheritdoc/>
    public virtual ConversionLaw Law => ConversionLaw.LossyBack;

    /// <inheritdoc/>
    public Value Get(Value source) => source.Kind == ValueKind.Text ? Value.Text(There(source.AsText)) : source;

    /// <inheritdoc/>
    public Value Put(Value target, Value source) =>
        Sameness.Of(Get(source), target) ? source
        : target.Kind == ValueKind.Text ? Value.Text(Back(target.AsText))
        : target;

    /// <summary>From source to target.</summary>
    protected abstract string There(string text);

    /// <summary>From target to source, where the source does not already stand for the target.</summary>
    protected virtual string Back(string text) => text;
}

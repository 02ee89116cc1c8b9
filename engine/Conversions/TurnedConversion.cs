using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>A conversion turned round: what it reads, the other writes.</summary>
internal sealed class TurnedConversion(Conversion inner, ConversionLaw law) : Conversion
{
    /// <inheritdoc/>
    public override ConversionLaw Law => law;

    /// <inheritdoc/>
    public override PropertyType Input => inner.Output;

    /// <inheritdoc/>
    public override PropertyType Output => inner.Input;

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Samples { get; } = [.. inner.Samples.Select(s => inner.Get(s).Value)];

    /// <inheritdoc/>
    public override Value SourceForm(Value value) => law.Kind == LawKind.Lossless ? inner.TargetForm(value) : base.SourceForm(value);

    /// <inheritdoc/>
    protected override ConversionResult There(Value source) => inner.Bring(source);

    /// <inheritdoc/>
    protected override ConversionResult Back(Value target) => inner.Get(target);
}

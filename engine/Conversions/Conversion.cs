using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>A conversion that leaves the empty value empty, and keeps the laws by how it is built.</summary>
internal abstract class Conversion : IConversion
{
    /// <inheritdoc/>
    public abstract ConversionLaw Law { get; }

    /// <inheritdoc/>
    public abstract PropertyType Input { get; }

    /// <inheritdoc/>
    public abstract PropertyType Output { get; }

    /// <inheritdoc/>
    public abstract IReadOnlyList<Value> Samples { get; }

    /// <inheritdoc/>
    public ConversionResult Get(Value source) => CanonicalForm.IsEmpty(source) ? Value.None : There(source);

    /// <inheritdoc/>
    public ConversionResult Put(Value target, Value source)
    {
        var there = Get(source);
        return there.IsValue && TargetForm(there.Value) == TargetForm(target) ? source : Bring(target);
    }

    /// <inheritdoc/>
    public virtual Value SourceForm(Value value) => Sameness.FormOf(value);

    /// <summary>Two targets are the same where they come back as one source.</summary>
    public virtual Value TargetForm(Value value)
    {
        var source = Bring(value);
        var there = source.IsValue ? Get(source.Value) : source;
        return Sameness.FormOf(there.IsValue ? there.Value : value);
    }

    /// <summary>From target to source, knowing nothing of the source.</summary>
    public ConversionResult Bring(Value target) => CanonicalForm.IsEmpty(target) ? Value.None : Back(target);

    /// <summary>From source to target, for a value that is not empty.</summary>
    protected abstract ConversionResult There(Value source);

    /// <summary>From target to source, for a value that is not empty.</summary>
    protected abstract ConversionResult Back(Value target);
}

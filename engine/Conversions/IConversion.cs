using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>
/// A two-way conversion of values. It keeps two laws for all values that it does not refuse, each up to the form of its side:
/// <c>Put(Get(s), s)</c> is <c>s</c>, and <c>Get(Put(v, s))</c> is <c>v</c>. One that declares itself lossless keeps a third:
/// <c>Put(Get(s), x)</c> is <c>s</c> whatever <c>x</c>. A value that it cannot convert is refused, never an exception.
/// </summary>
public interface IConversion
{
    /// <summary>What it promises of going there and back.</summary>
    ConversionLaw Law { get; }

    /// <summary>The type of the values that come in.</summary>
    PropertyType Input => PropertyType.Any;

    /// <summary>The type of the values that come out.</summary>
    PropertyType Output => PropertyType.Any;

    /// <summary>A few source values that it takes, by which it is shown and tried.</summary>
    IReadOnlyList<Value> Samples => [];

    /// <summary>From source to target.</summary>
    ConversionResult Get(Value source);

    /// <summary>
    /// From target back to source. Where the source already stands for the target (<c>Get(source)</c> is the target), the source
    /// itself comes back, so that what the conversion drops is not lost by the way back.
    /// </summary>
    ConversionResult Put(Value target, Value source);

    /// <summary>A source value in the form in which the conversion compares: two with one form are the same to it.</summary>
    Value SourceForm(Value value) => Sameness.FormOf(value);

    /// <summary>A target value in the form in which the conversion compares: two with one form are the same to it.</summary>
    Value TargetForm(Value value) => Sameness.FormOf(value);
}

using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>A two-way conversion of values.</summary>
public interface IConversion
{
    /// <summary>What it promises of going there and back.</summary>
    ConversionLaw Law { get; }

    /// <summary>From source to target.</summary>
    Value Get(Value source);

    /// <summary>
    /// From target back to source. Where the source already stands for the target (<c>Get(source)</c> is the target), the source
    /// itself comes back, so that what the conversion drops is not lost by the way back.
    /// </summary>
    Value Put(Value target, Value source);
}

/// <summary>What a conversion promises of going there and back.</summary>
public enum ConversionLaw
{
    /// <summary>Nothing is lost either way.</summary>
    Lossless,

    /// <summary>It runs back, but something is lost by it.</summary>
    LossyBack,

    /// <summary>It does not run back: a row with it must say its direction.</summary>
    OneWay,
}

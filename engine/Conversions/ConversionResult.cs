using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Conversions;

/// <summary>What a conversion makes of a value: another value, or the reason why there is none.</summary>
/// <param name="Value">The value; where it was refused, what was refused.</param>
/// <param name="Problem">Why it was refused, as the rest of a sentence that begins with the value: <c>is no date</c>.</param>
public readonly record struct ConversionResult(Value Value, string? Problem)
{
    /// <summary>Whether there is a value, the empty one included.</summary>
    public bool IsValue => Problem is null;

    /// <summary>A value.</summary>
    public static implicit operator ConversionResult(Value value) => new(value, null);

    /// <summary>A value.</summary>
    public static ConversionResult FromValue(Value value) => value;

    /// <summary>A refusal.</summary>
    public static ConversionResult Refused(Value value, string problem) => new(value, problem);
}

using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Mapping;

/// <summary>What a row makes of a value on its way to the other side.</summary>
/// <param name="Value">The value there, where there is one.</param>
/// <param name="Fault">Why there is none, in plain words.</param>
/// <param name="AwaitedKey">The key of the record that a reference still waits for (clause R10).</param>
internal readonly record struct Converted(Value Value, string? Fault = null, string? AwaitedKey = null)
{
    /// <summary>Whether there is a value, the empty one included.</summary>
    public bool IsValue => Fault is null && AwaitedKey is null;

    public static implicit operator Converted(Value value) => new(value);
}

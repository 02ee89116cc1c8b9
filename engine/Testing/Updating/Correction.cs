using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Testing.Updating;

/// <summary>A change of a test file that makes it say what is there.</summary>
internal abstract record Correction
{
    /// <summary>Another text for a value.</summary>
    /// <param name="Place">Where the value stands.</param>
    /// <param name="Text">The text.</param>
    internal sealed record Replace(Place Place, string Text) : Correction;

    /// <summary>Another value of a key, which may be missing.</summary>
    /// <param name="Mapping">What the key belongs to.</param>
    /// <param name="Key">The key.</param>
    /// <param name="Text">The value; none where the key is to go.</param>
    internal sealed record Set(MappingNode Mapping, string Key, string? Text) : Correction;
}

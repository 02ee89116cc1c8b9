using System.Collections.Immutable;

namespace SesamTalk.Engine.Proposing;

/// <summary>Properties for which nothing was found on the other side.</summary>
/// <param name="Writable">Those that may be written.</param>
/// <param name="ReadOnly">Those that only the system fills.</param>
public sealed record LeftProperties(ImmutableArray<string> Writable, ImmutableArray<string> ReadOnly)
{
    /// <summary>None.</summary>
    public static LeftProperties None { get; } = new([], []);
}

using System.Collections.Immutable;

namespace SesamTalk.Engine.Running;

/// <summary>How a run is wanted.</summary>
public sealed record RunOptions
{
    /// <summary>The flows to run, by name; <see langword="null"/> for all.</summary>
    public ImmutableHashSet<string>? Flows { get; init; }

    /// <summary>How many records are worked on at once.</summary>
    public int BatchSize { get; init; } = 1000;
}

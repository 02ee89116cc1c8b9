using System.Collections.Immutable;

namespace SesamTalk.Engine.Running;

/// <summary>How a run is wanted.</summary>
public sealed record RunOptions
{
    /// <summary>The flows to run, by name; <see langword="null"/> for all.</summary>
    public ImmutableHashSet<string>? Flows { get; init; }

    /// <summary>How many records are worked on at once.</summary>
    public int BatchSize { get; init; } = 1000;

    /// <summary>The entities, as <c>system/entity</c>, that may be read empty or lack more than half of their records: what is missing is gone (clause G2).</summary>
    public ImmutableHashSet<string> AcceptedLosses { get; init; } = [];
}

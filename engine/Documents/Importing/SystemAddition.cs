using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>What <c>systems.yaml</c> lacks for a document.</summary>
/// <param name="System">The name of the system, new or known.</param>
/// <param name="Known">The aliases that it has already; <see langword="null"/> where the system itself is missing.</param>
/// <param name="Names">The aliases to add.</param>
public sealed record SystemAddition(string System, ImmutableArray<string>? Known, ImmutableArray<string> Names);

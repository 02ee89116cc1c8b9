using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Documents;

/// <summary>What came of reading the names of a workspace.</summary>
/// <param name="Names">The systems that could be read, with those of their entities that could be.</param>
/// <param name="Diagnostics">What is wrong in <c>systems.yaml</c> and in entity descriptions.</param>
/// <param name="Texts">The files, by the name under which diagnostics show them.</param>
public sealed record NameReading(
    NameResolution Names,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableDictionary<string, SourceText> Texts);

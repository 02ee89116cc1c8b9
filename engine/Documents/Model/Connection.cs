using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>The sentence by which a target record is made only if the source record hangs together with another that is synchronised.</summary>
/// <param name="Entities">The other entities as they are written; the first carries its system's name.</param>
/// <param name="Into">The system that they are synchronised into, as it is written.</param>
internal sealed record Connection(ImmutableArray<string> Entities, string Into);

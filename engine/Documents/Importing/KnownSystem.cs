using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Engine.Documents;

/// <summary>A system as the names in documents are held against it.</summary>
/// <param name="Name">Its name in <c>systems.yaml</c>.</param>
/// <param name="Names">What documents call it.</param>
/// <param name="Entities">Its entities where they are described; without any, the words of the documents are kept.</param>
public sealed record KnownSystem(string Name, ImmutableArray<string> Names, ImmutableArray<EntityDescription> Entities);

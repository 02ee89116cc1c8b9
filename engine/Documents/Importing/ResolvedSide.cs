using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Engine.Documents;

/// <summary>One side of a section, with its names found.</summary>
/// <param name="System">The system's name in <c>systems.yaml</c>, or the one that is proposed for it.</param>
/// <param name="Entity">The entity's name, or the document's word for it.</param>
/// <param name="Known">The system, if it is known.</param>
/// <param name="Description">The entity's description, if there is one.</param>
internal sealed record ResolvedSide(string System, string Entity, KnownSystem? Known, EntityDescription? Description);

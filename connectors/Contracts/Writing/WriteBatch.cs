using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;

namespace SesamTalk.Connectors.Writing;

/// <summary>Some records of one entity to be written.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Shape">The properties that the requests and the answers speak of.</param>
/// <param name="Requests">The records; no record is in it twice.</param>
public sealed record WriteBatch(EntityDescription Entity, Shape Shape, IReadOnlyList<WriteRequest> Requests);

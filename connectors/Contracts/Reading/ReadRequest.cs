using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Connectors.Reading;

/// <summary>What is to be read.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Shape">The properties wanted.</param>
/// <param name="BatchSize">How many records a batch should hold; an adapter may give fewer.</param>
public sealed record ReadRequest(EntityDescription Entity, Shape Shape, int BatchSize = 1000);

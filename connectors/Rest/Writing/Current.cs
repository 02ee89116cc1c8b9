using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>A record as it was read before it is written.</summary>
/// <param name="Record">The record.</param>
/// <param name="Writable">Its values of all properties that may be written, where they are needed.</param>
/// <param name="Tag">Its entity tag, where the system gave one.</param>
internal sealed record Current(Record Record, Value[] Writable, string? Tag);

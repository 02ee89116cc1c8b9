using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.State;

/// <summary>A value that was sent because a record is gone (clause D1), and of which no answer has come.</summary>
/// <param name="Flow">The flow that archives.</param>
/// <param name="Property">The place of the property.</param>
/// <param name="Value">Its value.</param>
/// <param name="Stamp">The stamp that it is to have.</param>
internal sealed record SentArchive(MappedFlow Flow, int Property, Value Value, Stamp Stamp);

using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.History;

/// <summary>One applied change of one property (clause H1).</summary>
/// <param name="Slot">The slot of the property in the state.</param>
/// <param name="Before">What was there.</param>
/// <param name="After">What is there now, as the system holds it.</param>
/// <param name="Stamp">The winning edit.</param>
/// <param name="Flow">The number of the flow in the state.</param>
/// <param name="Line">The line of the row in the flow's file.</param>
internal readonly record struct PropertyJournal(int Slot, Value Before, Value After, Stamp Stamp, int Flow, int Line);

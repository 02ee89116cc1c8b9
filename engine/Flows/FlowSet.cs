using System.Collections.Immutable;

namespace SesamTalk.Engine.Flows;

/// <summary>A workspace and all its flows, checked: the only form in which the engine sees what authors wrote.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Flows">The flows, in the ordinal order of their names (the canonical order of clause I2).</param>
public sealed record FlowSet(Workspace Workspace, ImmutableArray<Flow> Flows);

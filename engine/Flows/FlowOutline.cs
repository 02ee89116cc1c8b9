using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Flows;

/// <summary>A flow as its author named and joined it: enough to list and to select flows, also in a set that has errors.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">One side, as written.</param>
/// <param name="Target">The other side, as written.</param>
/// <param name="Create">Which side's records get a counterpart made (clause C1).</param>
/// <param name="Place">Where it stands.</param>
public sealed record FlowOutline(string Name, OutlinedSide Source, OutlinedSide Target, CreatePolicy Create, Place Place)
{
    /// <summary>The title of the data-flow document that it belongs to.</summary>
    public string? Document { get; init; }

    /// <summary>Labels for selectors.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>How many rows its property table has.</summary>
    public int Rows { get; init; }

    /// <summary>How many match rules it has.</summary>
    public int MatchRules { get; init; }
}

/// <summary>One side of a flow, as written: there may be no such system or entity.</summary>
/// <param name="System">The name of the system.</param>
/// <param name="Entity">The name of the entity.</param>
public sealed record OutlinedSide(string System, string Entity)
{
    /// <summary>The side as <c>system/entity</c>.</summary>
    public override string ToString() => $"{System}/{Entity}";
}

using System.Collections.Immutable;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Proposing;

/// <summary>A flow that two entity descriptions suggest: every part of it is for a person to confirm.</summary>
/// <param name="Source">One side.</param>
/// <param name="Target">The other side.</param>
public sealed record FlowProposal(OutlinedSide Source, OutlinedSide Target)
{
    /// <summary>Which side's records get a counterpart made; never, where what a new record needs is not known.</summary>
    public CreatePolicy Create { get; init; }

    /// <summary>Why that; a sentence without its full stop.</summary>
    public string CreateReason { get; init; } = string.Empty;

    /// <summary>The match rules, the surest first.</summary>
    public ImmutableArray<ProposedMatch> Match { get; init; } = [];

    /// <summary>The property table, in the order of the source's description.</summary>
    public ImmutableArray<ProposedRow> Rows { get; init; } = [];

    /// <summary>The properties of the source that are in no row.</summary>
    public LeftProperties SourceLeft { get; init; } = LeftProperties.None;

    /// <summary>The properties of the target that are in no row.</summary>
    public LeftProperties TargetLeft { get; init; } = LeftProperties.None;
}

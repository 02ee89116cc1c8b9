using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Flows;

/// <summary>One flow: which records of two entities correspond, and how their properties do. It runs both ways.</summary>
/// <param name="Name">Its name, unique in the set.</param>
/// <param name="Source">One side.</param>
/// <param name="Target">The other side.</param>
/// <param name="Properties">The property table, in the order of the file.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Flow(string Name, FlowSide Source, FlowSide Target, ImmutableArray<Row> Properties, Place Place)
{
    /// <summary>The title of the data-flow document that it belongs to.</summary>
    public string? Document { get; init; }

    /// <summary>What a person should know.</summary>
    public string? Description { get; init; }

    /// <summary>Labels for selectors.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Which side's records get a counterpart made (clause C1).</summary>
    public CreatePolicy Create { get; init; } = CreatePolicy.Source;

    /// <summary>What a source record must be like to get a counterpart made; none where any is good (clause C1).</summary>
    public Condition? CreateWhen { get; init; }

    /// <summary>The source entities whose synchronised records must refer to a source record before it gets a counterpart made; empty where none has to (clause C1).</summary>
    public ImmutableArray<string> CreateOnReference { get; init; } = [];

    /// <summary>What becomes of the counterpart of a record that is gone (clause D1).</summary>
    public DeletePolicy Delete { get; init; } = DeletePolicy.Keep;

    /// <summary>Who wins where both sides were edited (clause R4).</summary>
    public ConflictPolicy Conflict { get; init; } = ConflictPolicy.Latest;

    /// <summary>How much one run may write (clause G1).</summary>
    public FlowLimits Limits { get; init; } = FlowLimits.Default;

    /// <summary>The match rules, in order: alternatives (clause I3).</summary>
    public ImmutableArray<MatchRule> Match { get; init; } = [];

    /// <summary>Whether the author accepts that a flow without match rules may double records (clause G3).</summary>
    public bool AcceptsDuplicates { get; init; }
}

/// <summary>One side of a flow.</summary>
/// <param name="System">The system.</param>
/// <param name="Entity">The entity.</param>
public sealed record FlowSide(SystemConfiguration System, EntityDescription Entity)
{
    /// <summary>The side as <c>system/entity</c>.</summary>
    public override string ToString() => $"{System.Name}/{Entity.Name}";
}

/// <summary>Which side's records get a counterpart made (clause C1).</summary>
public enum CreatePolicy
{
    /// <summary>Target records are made for source records without a counterpart.</summary>
    Source,

    /// <summary>Source records are made for target records without a counterpart.</summary>
    Target,

    /// <summary>Both.</summary>
    Both,

    /// <summary>None: only what is there on both sides is linked.</summary>
    Never,
}

/// <summary>A match rule: all pairs must be equal, and non-empty on both sides (clause I3).</summary>
/// <param name="Pairs">The pairs.</param>
/// <param name="Place">Where it stands.</param>
public sealed record MatchRule(ImmutableArray<MatchPair> Pairs, Place Place)
{
    /// <summary>Values that never match, in any pair of the rule.</summary>
    public ImmutableArray<string> Except { get; init; } = [];
}

/// <summary>Two properties that must be equal.</summary>
/// <param name="Source">The path on the source side.</param>
/// <param name="Target">The path on the target side.</param>
public sealed record MatchPair(string Source, string Target);

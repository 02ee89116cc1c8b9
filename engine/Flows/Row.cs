using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Flows;

/// <summary>One line of a property table.</summary>
/// <param name="Source">The path on the source side.</param>
/// <param name="Target">The path on the target side.</param>
/// <param name="Type">The type of the target property, or <see cref="PropertyType.Reference"/>.</param>
/// <param name="Direction">Which way it runs, with what follows from the descriptions (clause R7).</param>
/// <param name="Place">Where it stands.</param>
public sealed record Row(string Source, string Target, PropertyType Type, Direction Direction, Place Place)
{
    /// <summary>What a reference refers to on each side; set exactly where <see cref="Type"/> is a reference.</summary>
    public ReferencedEntities? Of { get; init; }

    /// <summary>The conversions, from source to target, in order.</summary>
    public ImmutableArray<IConversion> Conversions { get; init; } = [];

    /// <summary>The conversions as their author wrote them, on one line; empty where there are none.</summary>
    public string ConversionText { get; init; } = string.Empty;

    /// <summary>Whether its values are never shown (clause H3).</summary>
    public bool Sensitive { get; init; }

    /// <summary>Who wins where both sides were edited; none for what the flow says (clause R4).</summary>
    public ConflictPolicy? Conflict { get; init; }

    /// <summary>Who wins where two values differ on a new link; none for the conflict policy (clause R5).</summary>
    public ConflictPolicy? OnLink { get; init; }

    /// <summary>Whether an edit on the receiving side is taken back (clause R7).</summary>
    public bool Enforce { get; init; }

    /// <summary>When the row counts; none where it always does (clause R9).</summary>
    public Condition? When { get; init; }

    /// <summary>How the elements of two lists correspond; none where the row maps values (clause R11).</summary>
    public Elements? Each { get; init; }
}

/// <summary>The entities that a reference refers to.</summary>
/// <param name="Source">The entity of the source system.</param>
/// <param name="Target">The entity of the target system.</param>
public sealed record ReferencedEntities(string Source, string Target);

/// <summary>Which way a row runs.</summary>
public enum Direction
{
    /// <summary>Both ways.</summary>
    Both,

    /// <summary>From source to target only.</summary>
    ToTarget,

    /// <summary>From target to source only.</summary>
    ToSource,
}

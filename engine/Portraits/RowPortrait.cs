using System.Collections.Immutable;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Portraits;

/// <summary>A row after defaults.</summary>
/// <param name="Source">The path on the source side.</param>
/// <param name="Target">The path on the target side.</param>
/// <param name="Type">The type, in the word of the language.</param>
/// <param name="Direction">Which way it runs.</param>
public sealed record RowPortrait(string Source, string Target, string Type, Direction Direction)
{
    /// <summary>What becomes of values on their way there and back; none for references, for lists of elements, and where a name is not known.</summary>
    public RowLaw? Law { get; init; }

    /// <summary>The law in words, also of rows that have none.</summary>
    public string LawText { get; init; } = string.Empty;

    /// <summary>What an edit of the target leaves in the source, where the row runs back and loses something by it.</summary>
    public string? Loss { get; init; }

    /// <summary>What a reference refers to on each side.</summary>
    public ReferencedEntities? Of { get; init; }

    /// <summary>The conversions as their author wrote them; empty where there are none.</summary>
    public string Conversions { get; init; } = string.Empty;

    /// <summary>When it counts, in words; none where it always does (clause R9).</summary>
    public string? When { get; init; }

    /// <summary>Whether its values are never shown (clause H3).</summary>
    public bool Sensitive { get; init; }

    /// <summary>Whether an edit on the receiving side is taken back (clause R7).</summary>
    public bool Enforce { get; init; }

    /// <summary>Who wins where both sides were edited (clause R4).</summary>
    public ConflictPolicy Conflict { get; init; }

    /// <summary>Who wins where two values differ on a new link (clause R5).</summary>
    public ConflictPolicy OnLink { get; init; }

    /// <summary>What a person should know of it.</summary>
    public string? Note { get; init; }

    /// <summary>The pairs by which the elements of two lists find each other; empty where the row maps values (clause R11).</summary>
    public ImmutableArray<MatchPair> ElementKey { get; init; } = [];

    /// <summary>The property table of the elements.</summary>
    public ImmutableArray<RowPortrait> Elements { get; init; } = [];

    /// <summary>Which way it runs, as an arrow.</summary>
    public string Arrow => Direction switch { Direction.ToTarget => "->", Direction.ToSource => "<-", _ => "<->" };
}

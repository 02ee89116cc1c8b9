using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Proposing;

/// <summary>A row that is proposed.</summary>
/// <param name="Source">The path on the source side.</param>
/// <param name="Target">The path on the target side.</param>
/// <param name="Type">The type of the target property, or a reference.</param>
/// <param name="Sureness">How sure it is, from 0 to 1.</param>
/// <param name="Reasons">What speaks for it, and what to look at.</param>
public sealed record ProposedRow(string Source, string Target, PropertyType Type, double Sureness, ImmutableArray<string> Reasons)
{
    /// <summary>Which way it runs.</summary>
    public Direction Direction { get; init; } = Direction.Both;

    /// <summary>The conversion that the two types need; <see langword="null"/> where they need none.</summary>
    public string? Convert { get; init; }

    /// <summary>What a reference refers to; set exactly where the row is one.</summary>
    public ReferencedEntities? Of { get; init; }

    /// <summary>How the elements of two lists correspond; set exactly where the row maps lists of elements.</summary>
    public ProposedElements? Elements { get; init; }
}

/// <summary>How the elements of two lists correspond, as proposed.</summary>
/// <param name="Key">The pair by which elements find each other.</param>
/// <param name="Rows">The rows of the elements.</param>
public sealed record ProposedElements(MatchPair Key, ImmutableArray<ProposedRow> Rows);

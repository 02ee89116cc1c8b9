using System.Collections.Immutable;

namespace SesamTalk.Engine.Flows;

/// <summary>How the elements of two lists correspond (clause R11).</summary>
/// <param name="Key">The pairs of element properties by which elements find each other.</param>
/// <param name="Rows">The property table of the elements.</param>
public sealed record Elements(ImmutableArray<MatchPair> Key, ImmutableArray<Row> Rows);

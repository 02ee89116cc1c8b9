using SesamTalk.Engine.Flows;
using System.Collections.Immutable;

namespace SesamTalk.Engine.Proposing;

/// <summary>A match rule that is proposed.</summary>
/// <param name="Pairs">Its pairs, all of which must be equal.</param>
/// <param name="Reason">What speaks for it.</param>
public sealed record ProposedMatch(ImmutableArray<MatchPair> Pairs, string Reason);

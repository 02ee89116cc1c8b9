using System.Collections.Immutable;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Portraits;

/// <summary>A match rule: all pairs must be equal, and non-empty on both sides (clause I3).</summary>
/// <param name="Pairs">The pairs.</param>
/// <param name="Except">Values that never match.</param>
public sealed record MatchPortrait(ImmutableArray<MatchPair> Pairs, ImmutableArray<string> Except)
{
    /// <summary>The rule in words.</summary>
    public override string ToString()
    {
        var pairs = string.Join(" and ", Pairs.Select(pair => $"{pair.Source} = {pair.Target}"));
        return Except.IsEmpty ? pairs : $"{pairs}, except {string.Join(", ", Except)}";
    }
}

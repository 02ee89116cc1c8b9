using System.Collections.Immutable;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.State;

/// <summary>The match rules of a flow as the state keeps them: a line a rule, its pairs behind each other.</summary>
internal static class RuleText
{
    private const char BetweenRules = '\n';
    private const char BetweenPaths = '\t';

    /// <summary>The rules as text.</summary>
    public static string Of(ImmutableArray<MatchRule> rules) => string.Join(
        BetweenRules,
        rules.Select(rule => string.Join(BetweenPaths, rule.Pairs.SelectMany(pair => new[] { pair.Source, pair.Target }))));

    /// <summary>The pairs of each rule.</summary>
    public static ImmutableArray<ImmutableArray<MatchPair>> Read(string text) => text.Length == 0
        ? []
        : [.. text.Split(BetweenRules).Select(rule => rule.Split(BetweenPaths).Chunk(2).Select(pair => new MatchPair(pair[0], pair[1])).ToImmutableArray())];
}

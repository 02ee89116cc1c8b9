using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.TestKit.Worlds;

/// <summary>
/// Match rules in short: <c>mail | name + born=birthDate except 0000,test</c>. <c>|</c> parts alternatives, <c>+</c> the pairs of one rule; a
/// property named once has that name on both sides.
/// </summary>
internal static class MatchText
{
    public static ImmutableArray<MatchRule> Read(string text, string file) =>
        [.. text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select((rule, i) => ReadRule(rule, new Place(file, 7 + i, 5, 7 + i, 5 + rule.Length)))];

    private static MatchRule ReadRule(string text, Place place)
    {
        var parts = text.Split(" except ", StringSplitOptions.TrimEntries);
        var pairs = parts[0].Split('+', StringSplitOptions.TrimEntries).Select(ReadPair);
        return new MatchRule([.. pairs], place) { Except = parts.Length > 1 ? [.. parts[1].Split(',')] : [] };
    }

    private static MatchPair ReadPair(string text)
    {
        var sides = text.Split('=', StringSplitOptions.TrimEntries);
        return new MatchPair(sides[0], sides[^1]);
    }
}

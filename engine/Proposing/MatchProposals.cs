using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Proposing;

/// <summary>Finds by what records of two entities can be told to be the same: natural keys first, else an address that is seldom shared.</summary>
internal static class MatchProposals
{
    private const string Email = "email";

    /// <summary>The rules, the surest first.</summary>
    public static ImmutableArray<ProposedMatch> Of(ProposalSide source, ProposalSide target, ImmutableArray<ProposedRow> rows)
    {
        var values = rows.Where(row => row.Of is null && row.Elements is null && row.Convert is null).ToList();
        var bySource = source.Entity.NaturalKeys.Select(key => Rule(key, values, row => row.Source, source));
        var byTarget = target.Entity.NaturalKeys.Select(key => Rule(key, values, row => row.Target, target));
        ImmutableArray<ProposedMatch> rules = [.. bySource.Concat(byTarget).OfType<ProposedMatch>().DistinctBy(rule => string.Join(' ', rule.Pairs.OrderBy(pair => pair.Source, StringComparer.Ordinal)))];
        return rules.IsEmpty ? [.. ByAddress(source, values)] : rules;
    }

    private static ProposedMatch? Rule(ImmutableArray<string> key, List<ProposedRow> rows, Func<ProposedRow, string> path, ProposalSide side)
    {
        var found = key.Select(property => rows.FirstOrDefault(row => path(row) == property)).OfType<ProposedRow>().ToList();
        return found.Count < key.Length ? null : new ProposedMatch(
            [.. found.Select(row => new MatchPair(row.Source, row.Target))],
            $"{side.System} tells its records apart by {string.Join(" and ", key)}");
    }

    private static IEnumerable<ProposedMatch> ByAddress(ProposalSide source, List<ProposedRow> rows) =>
        from row in rows
        where row.Type == PropertyType.String && source.Entity.Property(row.Source)?.Format == Email
        orderby row.Sureness descending
        select new ProposedMatch([new MatchPair(row.Source, row.Target)], "neither side has a number that the other knows; addresses that several share go under 'except'");
}

using System.Collections.Immutable;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Proposing;

/// <summary>Decides which side's records can get a counterpart made, with the rows that were found.</summary>
internal static class CreateProposals
{
    /// <summary>The policy, and why.</summary>
    public static (CreatePolicy Create, string Reason) Of(ProposalSide source, ProposalSide target, ImmutableArray<ProposedRow> rows, bool matches)
    {
        if (!matches)
        {
            return (CreatePolicy.Never, "by what records can be told to be the same was not found: without match rules a create would double them");
        }

        var atTarget = WhyNot(target, rows.Where(row => row.Direction != Direction.ToSource).Select(row => row.Target));
        if (atTarget is null)
        {
            return (CreatePolicy.Source, $"{target.Outline} gets a record for each one of {source.Outline} that has none");
        }

        var atSource = target.Entity.CanCreate ? string.Empty : WhyNot(source, rows.Where(row => row.Direction != Direction.ToTarget).Select(row => row.Source));
        return atSource is null
            ? (CreatePolicy.Target, $"{atTarget}; {source.Outline} gets a record for each one of {target.Outline} that has none")
            : (CreatePolicy.Never, atTarget);
    }

    private static string? WhyNot(ProposalSide side, IEnumerable<string> given) =>
        !side.Entity.CanCreate ? $"{side.Outline} takes no new records"
        : side.NeededBeside(given) is { IsEmpty: false } needed ? $"a record of {side.Outline} needs {string.Join(" and ", needed)}, which no row gives"
        : null;
}

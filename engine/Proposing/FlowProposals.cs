using System.Collections.Immutable;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Proposing;

/// <summary>Proposes flows from the descriptions of two entities.</summary>
public static class FlowProposals
{
    /// <summary>
    /// The flow that two entities suggest: rows by names, types, references and natural keys, and by the flows there are. No system is
    /// reached, and nothing is written.
    /// </summary>
    /// <param name="reading">The workspace.</param>
    /// <param name="source">One side.</param>
    /// <param name="target">The other side.</param>
    public static FlowProposal Of(FlowSetReading reading, FlowSide source, FlowSide target)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return Of(reading.View?.Flows ?? [], new ProposalSide(source.System.Name, source.Entity), new ProposalSide(target.System.Name, target.Entity));
    }

    /// <summary>The flow that two entities suggest, beside some flows.</summary>
    internal static FlowProposal Of(ImmutableArray<FlowView> flows, ProposalSide source, ProposalSide target)
    {
        var rows = new RowProposals(source, target, new KnownFlows(flows, source.System, target.System)).Find();
        var match = MatchProposals.Of(source, target, rows);
        var (create, reason) = CreateProposals.Of(source, target, rows, !match.IsEmpty);
        return new FlowProposal(source.Outline, target.Outline)
        {
            Create = create,
            CreateReason = reason,
            Match = match,
            Rows = rows,
            SourceLeft = Left(source, rows.Select(row => row.Source)),
            TargetLeft = Left(target, rows.Select(row => row.Target)),
        };
    }

    private static LeftProperties Left(ProposalSide side, IEnumerable<string> taken)
    {
        var left = side.Properties.ExceptBy(taken, property => property.Path, StringComparer.Ordinal).ToList();
        return new LeftProperties(
            [.. left.Where(side.CanWrite).Select(property => property.Path)],
            [.. left.Where(property => !side.CanWrite(property)).Select(property => property.Path)]);
    }
}

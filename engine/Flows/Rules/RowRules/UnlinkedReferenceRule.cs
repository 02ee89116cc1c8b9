using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>The entities that a reference refers to must be linked by flows (clause R10).</summary>
internal sealed class UnlinkedReferenceRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        where set.IsComplete && row is { Type: PropertyType.Reference, Draft.Of: not null }
        let source = $"{flow.Source.Draft.System.Value}/{row.Draft.Of!.Source.Value}"
        let target = $"{flow.Target.Draft.System.Value}/{row.Draft.Of!.Target.Value}"
        where IsKnown(flow.Source, row.Draft.Of!.Source.Value) && IsKnown(flow.Target, row.Draft.Of!.Target.Value)
        where !set.Graph.Links(source, target)
        select RowFaults.NoFlowLinks(row.Draft.Of!.Place, source, target);

    private static bool IsKnown(FlowEnd end, string entity) => end.System?.Entity(entity) is not null;
}

using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>Where only one system allows deletes, they are passed on one way.</summary>
internal sealed class DeletesOneWayRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Ends
        .Where(end => flow.Draft.Delete == DeleteKind.Propagate && end.Entity is { CanDelete: false } && flow.Across(end).Entity is { CanDelete: true })
        .Select(end => FlowFaults.DeletesOneWay(flow.Draft.DeletePlace, end.ToString(), flow.Across(end).ToString()));
}

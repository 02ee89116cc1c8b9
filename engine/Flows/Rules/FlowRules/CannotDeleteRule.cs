using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>A flow that passes deletes on needs a system that allows them.</summary>
internal sealed class CannotDeleteRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set)
    {
        if (flow is { Draft.Delete: DeleteKind.Propagate, Source.Entity.CanDelete: false, Target.Entity.CanDelete: false })
        {
            yield return FlowFaults.CannotDelete(flow.Draft.DeletePlace, flow.Source.ToString(), flow.Target.ToString());
        }
    }
}

using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>A flow that neither creates nor matches links only what others have linked.</summary>
internal sealed class IdleFlowRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set)
    {
        if (flow.Draft is { Match.IsEmpty: true } && flow.Draft.Create.Value == CreatePolicy.Never)
        {
            yield return FlowFaults.LinksNothing(flow.Draft.Create.Place);
        }
    }
}

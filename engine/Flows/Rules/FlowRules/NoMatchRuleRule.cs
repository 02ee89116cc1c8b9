using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>A flow that creates without match rules doubles what is there on both sides (clause G3).</summary>
internal sealed class NoMatchRuleRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set)
    {
        if (flow.Draft is { Match.IsEmpty: true, AcceptsDuplicates: false } && flow.Draft.Create.Value != CreatePolicy.Never)
        {
            yield return FlowFaults.MayDouble(flow.Draft.Create.Place);
        }
    }
}

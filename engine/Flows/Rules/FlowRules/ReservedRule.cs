using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>What this version does not run is never passed over in silence.</summary>
internal sealed class ReservedRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        flow.Draft.Reserved.Select(r => FlowFaults.NotRunYet(r.Place, r.Value));
}

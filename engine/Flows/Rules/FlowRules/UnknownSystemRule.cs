using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>The systems of a flow must be systems of the workspace.</summary>
internal sealed class UnknownSystemRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Ends
        .Where(end => end.System is null)
        .Select(end => FlowFaults.UnknownSystem(end.Draft.System.Place, end.Draft.System.Value, set.SystemNames));
}

using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>A flow without rows is worth knowing.</summary>
internal sealed class EmptyTableRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set)
    {
        if (flow.Draft is { Rows.IsEmpty: true })
        {
            yield return FlowFaults.NoRows(flow.Draft.Place);
        }
    }
}

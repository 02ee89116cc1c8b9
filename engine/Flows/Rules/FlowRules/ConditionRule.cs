using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>A condition says something, and that of a create asks what is there: the source (clauses C1, R9).</summary>
internal sealed class ConditionRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
    [
        .. flow.Rows.Select(row => row.Draft.When).Append(flow.Draft.CreateWhen).OfType<ConditionDraft>()
            .Where(when => when.Source.IsEmpty && when.Target.IsEmpty)
            .Select(when => FlowFaults.OpenCondition(when.Place)),
        .. (flow.Draft.CreateWhen?.Target ?? []).SelectMany(tests => tests).Take(1).Select(test => FlowFaults.CreateAsksTarget(test.Path.Place)),
    ];
}

using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>Rows into an entity that can be created but not changed stop following.</summary>
internal sealed class UnchangingEntityRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Ends
        .Where(end => end.Entity is { CanCreate: true, CanUpdate: false } && flow.Rows.Any(r => end.IsWrittenBy(r)))
        .Select(end => FlowFaults.NotChanged(end.Draft.Entity.Place, end.Draft.Entity.Value, end.Draft.System.Value, end.AwayWord));
}

using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Rules.RowRules;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>Rows that write into an entity that is only read must say their direction.</summary>
internal sealed class OnlyReadEntityRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Ends
        .Where(end => end.Entity is { CanCreate: false, CanUpdate: false })
        .Select(end => (End: end, Rows: Writers(flow, end)))
        .Where(found => found.Rows.Count > 0)
        .Select(found => FlowFaults.OnlyRead(
            found.End.Draft.Entity.Place,
            found.End.Draft.Entity.Value,
            found.End.Draft.System.Value,
            found.End.AwayWord,
            found.Rows.Select(r => r.Draft.Place)));

    private static List<RowView> Writers(FlowView flow, FlowEnd end) =>
        [.. flow.Rows.Where(r => r.Draft.Direction is null && end.PropertyOf(r) is not null && !RunsNowhereRule.Holds(flow, r))];
}

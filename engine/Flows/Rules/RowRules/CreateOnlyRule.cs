using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>A property that is written on create only does not follow later edits.</summary>
internal sealed class CreateOnlyRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        from end in flow.Ends
        where row.Direction == Direction.Both && end.PropertyOf(row) is { Access: WriteAccess.CreateOnly } && end.Entity is { CanUpdate: true }
        select RowFaults.WrittenOnce(end.PathOf(row).Place, end.PathOf(row).Value, end.ToString());
}

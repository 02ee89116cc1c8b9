using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>A row into a read-only property must say that it runs the other way (clause R7).</summary>
internal sealed class NeedsDirectionRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        where row.Draft.Direction is null && !RunsNowhereRule.Holds(flow, row)
        from end in flow.Ends
        where end.Entity is not { CanCreate: false, CanUpdate: false }
        let property = end.PropertyOf(row)
        where property is not null
        let why = end.WhyNotWritable(property)
        where why is not null
        select RowFaults.NeedsDirection(end.PathOf(row).Place, property.Path, end.ToString(), why, end.AwayWord);
}

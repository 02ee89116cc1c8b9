using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>A direction must not lead into a read-only property.</summary>
internal sealed class WrongDirectionRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        where row.Draft.Direction is not null && !RunsNowhereRule.Holds(flow, row)
        from end in flow.Ends
        let property = end.PropertyOf(row)
        where property is not null && end.IsWrittenBy(row)
        let why = end.WhyNotWritable(property)
        where why is not null
        select RowFaults.RunsAgainst(row.Draft.Direction!.Value.Place, Words.Of(row.Direction), property.Path, end.ToString(), why);
}

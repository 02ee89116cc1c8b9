using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>A row pairs the elements of two lists of elements, and of nothing else; and such lists are mapped in no other way (clause R11).</summary>
internal sealed class EachRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        from end in flow.Ends
        let property = end.PropertyOf(row)
        where property is not null && !end.IsElement && row.Draft.Each is null == property.Elements is not null
        select row.Draft.Each is null
            ? ElementFaults.WithoutEach(end.PathOf(row).Place, property.Path, end.ToString())
            : ElementFaults.NoElements(end.PathOf(row).Place, property.Path, end.ToString());
}

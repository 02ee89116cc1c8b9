using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>A reference refers to what the two properties are described to hold keys of.</summary>
internal sealed class RefersElsewhereRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        where row is { Type: PropertyType.Reference, Draft.Of: not null }
        from end in flow.Ends
        let described = end.PropertyOf(row)?.References
        let written = end.IsTarget ? row.Draft.Of!.Target : row.Draft.Of!.Source
        where described is not null && described != written.Value && end.System?.Entity(written.Value) is not null
        select RowFaults.RefersElsewhere(written.Place, end.PathOf(row).Value, end.ToString(), described, written.Value);
}

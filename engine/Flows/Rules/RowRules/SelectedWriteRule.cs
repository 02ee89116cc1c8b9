using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>
/// What is written into an element must leave it the element that it is, and a list is read before it is written, so that nothing else
/// in it is lost (clause R9).
/// </summary>
internal sealed class SelectedWriteRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        from end in flow.Ends
        where end.IsWrittenBy(row) && end.PropertyOf(row) is { } property && end.WhyNotWritable(property) is null
        let path = end.PathOf(row)
        let selection = end.SelectionOf(path.Value)
        where selection is not null
        let fault = selection.Property == selection.Discriminator ? SelectionFaults.SelectedByItself(path.Place, path.Value, end.ToString())
            : end.System?.Connector?.CapabilitiesOf(end.Entity!) is { LooksUpByKey: false } ? SelectionFaults.NotLookedUp(path.Place, path.Value, end.ToString(), end.AwayWord)
            : null
        where fault is not null
        select fault;
}

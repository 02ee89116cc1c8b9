using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>A list in the middle of a path without a selector means its first element, which its author is told (clause R9).</summary>
internal sealed class FirstElementRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from end in flow.Ends
        from path in flow.PathsAt(end)
        let selection = end.SelectionOf(path.Value)
        where selection is { Discriminator: null }
        select SelectionFaults.FirstElement(path.Place, path.Value, selection.List.Path, end.ToString());
}

using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Selecting;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>Where a flow creates, a row must supply each mandatory property.</summary>
internal sealed class MandatoryRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Ends
        .Where(end => end.Entity is { CanCreate: true } && flow.CreatesAt(end) && flow.Rows.All(r => end.PropertyOf(r) is not null))
        .Select(end => (End: end, Missing: Missing(flow, end)))
        .Where(found => found.Missing.Count > 0)
        .Select(found => FlowFaults.NothingSupplies(
            found.End.Draft.Entity.Place, found.End.Draft.Entity.Value, found.End.Draft.System.Value, found.Missing));

    private static List<string> Missing(FlowView flow, FlowEnd end)
    {
        var supplied = flow.Rows.Where(end.IsWrittenBy).Select(r => end.PathOf(r).Value).ToHashSet(StringComparer.Ordinal);
        if (end.IsElement)
        {
            // What pairs elements is copied into new ones.
            supplied.UnionWith(flow.Draft.Match.SelectMany(rule => rule.Pairs).Select(pair => end.IsTarget ? pair.Target.Value : pair.Source.Value));
        }

        List<ElementSelection> selections = [.. supplied.Select(end.SelectionOf).OfType<ElementSelection>()];
        supplied.UnionWith(selections.Select(selection => selection.List.Path));
        return
        [
            .. end.Entity!.Properties.Where(p => IsNeeded(p, end.Entity) && !supplied.Contains(p.Path)).Select(p => p.Path),
            .. selections.DistinctBy(selection => selection.Prefix).SelectMany(NeededBeside).Where(path => !supplied.Contains(path)),
        ];
    }

    // R9: an element that is made needs what is mandatory in it.
    private static IEnumerable<string> NeededBeside(ElementSelection selection) => selection.List.Elements!.Properties
        .Where(p => p.Mandatory && p.Access != WriteAccess.Never && p.Path != selection.List.Elements.Key && p != selection.Discriminator)
        .Select(p => selection.Prefix + p.Path);

    // The key comes from the system or from the engine, and what the system fills it needs from nobody.
    private static bool IsNeeded(PropertyDescription property, EntityDescription entity) =>
        property.Mandatory && property.Access != WriteAccess.Never && property.Path != entity.Key.Property && property.Path != entity.Modified;
}

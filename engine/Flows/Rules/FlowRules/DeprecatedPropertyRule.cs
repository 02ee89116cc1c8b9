using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>Rows, conditions and match rules name no property that its system is giving up.</summary>
internal sealed class DeprecatedPropertyRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from end in flow.Ends
        where end.Entity is not null
        from path in flow.PathsAt(end)
        let property = end.Find(path.Value)
        where property?.Deprecated is not null
        select RowFaults.DeprecatedProperty(path.Place, path.Value, end.ToString(), property.Deprecated!, Successor(end.Entity!, property));

    // Only where the new name can stand in its place.
    private static string? Successor(EntityDescription entity, PropertyDescription property) => entity.Property(property.Deprecated!)?.Path;
}

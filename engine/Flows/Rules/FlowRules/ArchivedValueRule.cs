using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>An archived value must be one of its property's type.</summary>
internal sealed class ArchivedValueRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from end in flow.Ends
        from archived in flow.Draft.Archive
        where archived.IsTarget == end.IsTarget
        let property = end.Find(archived.Path.Value)
        where property is not null && !Coercion.TryCoerce(Value.Text(archived.Value.Value), property.Type, out _)
        select FlowFaults.ArchivedMisfit(archived.Value.Place, archived.Value.Value, archived.Path.Value, property.Type.ToString().ToLowerInvariant());
}

using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>An archived record is there already, so only what can be changed can be given to it.</summary>
internal sealed class ArchivedPropertyRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from end in flow.Ends
        from archived in flow.Draft.Archive
        where archived.IsTarget == end.IsTarget
        let why = end.Find(archived.Path.Value) is { } property ? WhyNot(end, property) : null
        where why is not null
        select FlowFaults.NotArchivable(archived.Path.Place, archived.Path.Value, end.ToString(), why);

    private static string? WhyNot(FlowEnd end, PropertyDescription property) =>
        end.WhyNotWritable(property)
        ?? (end.Entity is { CanUpdate: false } ? "belongs to an entity that cannot be changed"
            : property.Access == WriteAccess.CreateOnly ? "can only be given when the record is created"
            : null);
}

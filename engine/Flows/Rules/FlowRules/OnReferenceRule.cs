using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>What is created on reference needs somebody who refers to it and is synchronised into the same system (clause C1).</summary>
internal sealed class OnReferenceRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Source.System is { } system
        ? flow.Draft.CreateOnReference.SelectMany(referrer => system.Entity(referrer.Value) is null
            ? [FlowFaults.UnknownEntity(referrer.Place, referrer.Value, system.Name, [.. system.Entities.Select(e => e.Name)])]
            : set.IsComplete && !set.Flows.Any(other => Refers(other, referrer.Value, flow))
                ? [FlowFaults.NothingRefers(referrer.Place, referrer.Value, flow.Source.Draft.Entity.Value, flow.Target.Draft.System.Value)]
                : Array.Empty<Diagnostic>())
        : [];

    private static bool Refers(FlowView referring, string referrer, FlowView flow) =>
        referring.Source.ToString() == $"{flow.Source.Draft.System.Value}/{referrer}"
        && referring.Target.Draft.System.Value == flow.Target.Draft.System.Value
        && referring.Lists.Prepend(referring).SelectMany(rows => rows.Rows).Any(row => row.Type == PropertyType.Reference && row.Draft.Of?.Source.Value == flow.Source.Draft.Entity.Value);
}

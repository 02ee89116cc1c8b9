using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>A create that is interrupted must be found again by something (clause C3).</summary>
internal sealed class InterruptedCreateRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Ends
        .Where(end => end.Entity is { CanCreate: true } entity && flow.CreatesAt(end) && !CanFindAgain(entity, end.System!))
        .Select(end => FlowFaults.NotFoundAgain(end.Draft.Entity.Place, end.Draft.Entity.Value, end.Draft.System.Value));

    private static bool CanFindAgain(EntityDescription entity, SystemView system) =>
        entity.Key.GivenBy == KeyGiver.Client || !entity.NaturalKeys.IsEmpty || entity.ExternalReference is not null
        || system.CapabilitiesOf(entity) is not { KnowsIdempotencyKeys: false };
}

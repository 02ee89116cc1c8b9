using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>A flow creates only what its system allows to be created.</summary>
internal sealed class CannotCreateRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Ends
        .Where(end => end.Entity is { CanCreate: false } && flow.CreatesAt(end))
        .Select(end => FlowFaults.CannotCreate(
            flow.Draft.StatesCreate ? flow.Draft.Create.Place : end.Draft.Entity.Place,
            end.Draft.Entity.Value,
            end.Draft.System.Value,
            flow.Draft.StatesCreate ? $"create: {Words.Of(flow.Draft.Create.Value)}" : "create: source, where nothing is said",
            !flow.Draft.Match.IsEmpty));
}

using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>The entities that a flow and its references name must be entities of their systems.</summary>
internal sealed class UnknownEntityRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Ends.SelectMany(end => Check(flow, end));

    private static IEnumerable<Diagnostic> Check(FlowView flow, FlowEnd end) => end.System is { KnowsEntities: true } system
        ? Names(flow, end)
            .Where(name => system.Entity(name.Value) is null)
            .Select(name => FlowFaults.UnknownEntity(name.Place, name.Value, system.Name, system.EntityNames))
        : [];

    private static IEnumerable<Located<string>> Names(FlowView flow, FlowEnd end) =>
    [
        .. end.IsElement ? [] : new[] { end.Draft.Entity },
        .. flow.Draft.Rows.Where(r => r.Of is not null).Select(r => end.IsTarget ? r.Of!.Target : r.Of!.Source),
    ];
}

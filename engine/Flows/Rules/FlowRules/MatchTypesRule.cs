using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>The two properties of a match pair must be able to be equal.</summary>
internal sealed class MatchTypesRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from pair in flow.Draft.Match.SelectMany(m => m.Pairs)
        let source = flow.Source.Find(pair.Source.Value)
        let target = flow.Target.Find(pair.Target.Value)
        where source is not null && target is not null && !TypeFit.MayMatch(source.Type, target.Type)
        select FlowFaults.NeverEqual(pair.Target.Place, source.Path, Words.Of(source.Type), target.Path, Words.Of(target.Type));
}

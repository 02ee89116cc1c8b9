using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>
/// Where a flow creates, some row of the set fills what the match rules look at: else the records that it made are not found again once
/// the links are lost (clauses I3, G4), and are made anew.
/// </summary>
internal sealed class NeverFilledMatchRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from end in flow.Ends
        where end is { Entity.CanCreate: true, IsElement: false } && flow.CreatesAt(end) && set.IsComplete
        let filled = set.FilledAt(end.ToString())
        where flow.Draft.Match.All(rule => rule.Pairs.Any(pair => IsEmpty(end, PathAt(pair, end), filled)))
        from rule in flow.Draft.Match
        let path = rule.Pairs.Select(pair => PathAt(pair, end)).First(path => IsEmpty(end, path, filled))
        select FlowFaults.NeverFilled(path.Place, path.Value, end.ToString());

    private static Located<string> PathAt(MatchPairDraft pair, FlowEnd end) => end.IsTarget ? pair.Target : pair.Source;

    // What the system fills by itself is filled, and so is what is in a list that is filled as a whole.
    private static bool IsEmpty(FlowEnd end, Located<string> path, IReadOnlySet<string> filled) =>
        end.Find(path.Value) is { Access: not WriteAccess.Never } property && property.Path != end.Entity!.Key.Property && !filled.Contains(path.Value)
        && !(end.SelectionOf(path.Value) is { } selection && filled.Contains(selection.List.Path));
}

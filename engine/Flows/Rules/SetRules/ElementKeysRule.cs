using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SetRules;

/// <summary>All flows pair the elements of a list by the same properties: the mirror knows an element by them (clause R11).</summary>
internal sealed class ElementKeysRule : ISetRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SetView set) =>
        from same in set.Flows.SelectMany(flow => flow.Lists).SelectMany(list => list.Ends.Select(end => (List: list, End: end))).GroupBy(it => it.End.ToString())
        let first = same.First()
        from other in same.Skip(1)
        where KeyOf(other.List, other.End) != KeyOf(first.List, first.End)
        select ElementFaults.OtherKey(PlaceOf(other.List), same.Key, KeyOf(other.List, other.End), KeyOf(first.List, first.End), first.List.Name, PlaceOf(first.List));

    private static string KeyOf(FlowView list, FlowEnd end) => string.Join(
        " and ",
        list.Draft.Match[0].Pairs.Select(pair => end.IsTarget ? pair.Target.Value : pair.Source.Value).Order(StringComparer.Ordinal));

    private static Place PlaceOf(FlowView list) => list.Draft.Match[0].Pairs[0].Source.Place;
}

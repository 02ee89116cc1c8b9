using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SetRules;

/// <summary>Between two entities there is one flow: it runs both ways.</summary>
internal sealed class SamePairRule : ISetRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SetView set) =>
        from same in set.Flows.Where(f => f.Source.Entity is not null && f.Target.Entity is not null).GroupBy(Pair, StringComparer.Ordinal)
        let first = same.First()
        from again in same.Skip(1)
        select SetFaults.SamePair(again.Draft.Place, again.Source.ToString(), again.Target.ToString(), first.Name, first.Draft.Place);

    private static string Pair(FlowView flow) =>
        string.Join(' ', flow.Ends.Select(e => e.ToString()).Order(StringComparer.Ordinal));
}

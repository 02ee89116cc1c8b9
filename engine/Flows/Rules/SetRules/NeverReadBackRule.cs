using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SetRules;

/// <summary>What is edited in an entity into which rows only write goes nowhere (clause R7): worth knowing for those who edit there.</summary>
internal sealed class NeverReadBackRule : ISetRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SetView set) =>
        from entity in set.Flows.SelectMany(flow => flow.Ends.Select(end => (Flow: flow, End: end))).GroupBy(it => it.End.ToString(), StringComparer.Ordinal)
        where set.IsComplete && entity.All(it => it.End.Entity is not null)
        where entity.Any(it => !it.Flow.Rows.IsEmpty) && entity.All(it => it.Flow.Rows.All(row => row.Direction == it.End.Hither))
        let first = entity.First()
        select SetFaults.NeverReadBack(first.End.Draft.Entity.Place, entity.Key, first.Flow.Across(first.End).ToString());
}

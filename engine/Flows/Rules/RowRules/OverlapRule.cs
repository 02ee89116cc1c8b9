using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>
/// Rows that give one property in different cases (clause R9) should not both count: the first that has a value gives it (clause R8),
/// and the author of the second hardly meant that.
/// </summary>
internal sealed class OverlapRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Ends.SelectMany(end => Check(flow, end)).DistinctBy(found => found.Place);

    private static IEnumerable<Diagnostic> Check(FlowView flow, FlowEnd end) =>
        from rows in flow.Rows.Where(row => row.Draft.When is not null && end.IsWrittenBy(row)).GroupBy(row => end.PathOf(row).Value)
        from later in rows.Select((row, place) => (Row: row, Before: rows.Take(place)))
        let first = later.Before.FirstOrDefault(row => Overlap(row, later.Row))
        where first is not null
        select RowFaults.Overlaps(
            later.Row.Draft.When!.Place, rows.Key, flow.Across(end).PathOf(first).Value, flow.Across(end).PathOf(later.Row).Value, first.Draft.When!.Place);

    // Two properties under one condition are a first choice and a second.
    private static bool Overlap(RowView one, RowView other) =>
        ConditionOverlap.Holds(one.Draft.When!, other.Draft.When!)
        && (SameProperties(one, other) || !ConditionOverlap.IsSame(one.Draft.When!, other.Draft.When!));

    private static bool SameProperties(RowView one, RowView other) =>
        (one.Draft.Source.Value, one.Draft.Target.Value) == (other.Draft.Source.Value, other.Draft.Target.Value);
}

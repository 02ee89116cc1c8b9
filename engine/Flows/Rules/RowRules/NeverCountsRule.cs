using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>Several rows may give one property, the first that has a value (clause R8); but of the same two properties the first row always goes before.</summary>
internal sealed class NeverCountsRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from rows in flow.Rows.GroupBy(row => (row.Draft.Source.Value, row.Draft.Target.Value))
        let always = rows.FirstOrDefault(row => row.Draft.When is null)
        where always is not null
        from later in rows.SkipWhile(row => row != always).Skip(1)
        select RowFaults.NeverCounts(later.Draft.Target.Place, rows.Key.Item1, rows.Key.Item2, always.Draft.Target.Place);
}

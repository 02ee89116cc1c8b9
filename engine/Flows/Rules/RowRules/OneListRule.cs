using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>Elements cannot come from two lists at once: of two rows into one list neither could tell which elements are to be removed (clause R11).</summary>
internal sealed class OneListRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from end in flow.Ends
        from rows in flow.Rows.Where(row => row.Elements is not null).GroupBy(row => end.PathOf(row).Value)
        from again in rows.Skip(1)
        select ElementFaults.SecondList(end.PathOf(again).Place, rows.Key, end.ToString(), end.PathOf(rows.First()).Place);
}

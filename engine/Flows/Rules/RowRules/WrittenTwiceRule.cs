using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>In this version one row, and only one, writes a property.</summary>
internal sealed class WrittenTwiceRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Ends.SelectMany(end => Check(flow, end));

    private static IEnumerable<Diagnostic> Check(FlowView flow, FlowEnd end) =>
        from writers in flow.Rows.Where(end.IsWrittenBy).GroupBy(r => end.PathOf(r).Value, StringComparer.Ordinal)
        let first = end.PathOf(writers.First()).Place
        from second in writers.Skip(1)
        select RowFaults.WrittenTwice(end.PathOf(second).Place, writers.Key, end.ToString(), first, end.AwayWord);
}

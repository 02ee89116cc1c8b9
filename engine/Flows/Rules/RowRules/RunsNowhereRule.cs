using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>Of the two properties of a row one must be writable.</summary>
internal sealed class RunsNowhereRule : IFlowRule
{
    /// <summary>Whether neither of the two properties can be written.</summary>
    public static bool Holds(FlowView flow, RowView row) =>
        flow.Ends.All(end => end.PropertyOf(row) is { } property && end.WhyNotWritable(property) is not null);

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Rows
        .Where(row => Holds(flow, row))
        .Select(row => RowFaults.RunsNowhere(row.Draft.Place, row.Draft.Source.Value, row.Draft.Target.Value));
}

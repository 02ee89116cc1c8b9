using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>Only a row with a direction has a side on which edits can be taken back (clause R7).</summary>
internal sealed class EnforceRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Rows
        .Where(row => row.Draft.Enforce && row.Direction == Direction.Both)
        .Select(row => RowFaults.NothingToEnforce(row.Draft.Place, row.Draft.Source.Value, row.Draft.Target.Value));
}

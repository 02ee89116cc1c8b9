using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>A conversion must fit what comes in, and have what it needs.</summary>
internal sealed class ConversionMisfitRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Rows
        .Where(r => r is { Source: not null, Target: not null })
        .SelectMany(r => r.Conversions)
        .Where(c => c.Step?.Problem is not null)
        .Select(c => RowFaults.ConversionMisfits(c.Place, c.Draft.Name.Value, c.Step!.Problem!, c.Kind!.Usage));
}

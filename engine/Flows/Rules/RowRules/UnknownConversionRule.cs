using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>The conversions of a row must be known.</summary>
internal sealed class UnknownConversionRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Rows
        .SelectMany(r => r.Conversions)
        .Where(c => c.Kind is null)
        .Select(c => RowFaults.UnknownConversion(
            c.Draft.Name.Place, c.Draft.Name.Value, [.. ConversionCatalogue.Kinds.Select(k => k.Name)]));
}

using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>A row whose conversion does not run back says its direction.</summary>
internal sealed class OneWayConversionRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        where row.Direction != Direction.ToTarget
        from conversion in row.Conversions
        where conversion.Step?.Conversion is { Law.Kind: LawKind.OneWay }
        select RowFaults.RunsOneWay(conversion.Draft.Name.Place, conversion.Draft.Name.Value);
}

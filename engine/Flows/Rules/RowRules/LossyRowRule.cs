using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>A row whose conversions lose something on the way back is told, unless its author says that it is to run both ways.</summary>
internal sealed class LossyRowRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        where row is { Draft.Direction: null, Source: not null, Target: not null } && row.Type != PropertyType.Reference
        where !row.Conversions.IsEmpty && row.Conversions.All(c => c.Step?.Conversion is not null)
        where flow.Source.WhyNotWritable(row.Source!) is null
        let law = RowLaw.Of(row.Source!.Type, row.Conversions.Select(c => c.Step!.Conversion!), row.Target!.Type)
        where law.Kind == LawKind.LossyBack
        select RowFaults.LosesBack(
            row.Conversions[0].Draft.Name.Place, row.Source!.Path, flow.Source.ToString(), row.Target!.Path, flow.Target.ToString(), string.Join(", then ", law.WayBack));
}

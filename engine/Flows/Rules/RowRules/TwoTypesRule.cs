using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>What a row reads must be of the type that it writes, or be converted.</summary>
internal sealed class TwoTypesRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        where row is { Source: not null, Target: not null } && row.Type != PropertyType.Reference
        where row.Conversions.All(c => c.Step?.Conversion is not null)
        let output = row.Conversions.IsEmpty ? row.Source!.Type : row.Conversions[^1].Step!.Output
        where !Fits(flow, row, output)
        select row.Conversions.IsEmpty ? Unconverted(row) : Misconverted(row, output);

    // Behind conversions the way back is theirs; without any, each way that the row runs must be possible by itself.
    private static bool Fits(FlowView flow, RowView row, PropertyType output) =>
        (!flow.Target.IsWrittenBy(row) || TypeFit.CanBecome(output, row.Target!.Type))
        && (!flow.Source.IsWrittenBy(row) || !row.Conversions.IsEmpty || TypeFit.CanBecome(row.Target!.Type, row.Source!.Type));

    private static Diagnostic Unconverted(RowView row) => RowFaults.NeedsConversion(
        row.Draft.Source.Place, Phrase(row.Source!), Phrase(row.Target!), TypeFit.Cure(row.Source!.Type, row.Target!.Type));

    private static Diagnostic Misconverted(RowView row, PropertyType output) =>
        RowFaults.ConvertsToOther(row.Draft.Conversions[^1].Name.Place, Words.Of(output), Phrase(row.Target!));

    private static string Phrase(PropertyDescription property) => $"'{property.Path}' is {Words.Of(property.Type)}";
}

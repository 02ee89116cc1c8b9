using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>A row does not write text that is longer than a system takes: what the flow itself writes is known, and what the other system allows may be.</summary>
internal sealed class TooLongRule : IFlowRule
{
    private static readonly string[] KeepLength = ["trim", "upper", "lower"];

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        where row.Type != PropertyType.Reference
        from end in flow.Ends
        where end.IsWrittenBy(row)
        let property = end.PropertyOf(row)
        where property is { Type: PropertyType.String, MaxLength: not null } && end.WhyNotWritable(property) is null
        let fault = Written(row, end, property) ?? Carried(row, flow, end, property)
        where fault is not null
        select fault;

    private static Diagnostic? Written(RowView row, FlowEnd end, PropertyDescription property)
    {
        var nearest = end.IsTarget ? row.Conversions.LastOrDefault() : row.Conversions.FirstOrDefault();
        var tooLong = nearest is null ? null : Texts(nearest, end.IsTarget).FirstOrDefault(text => text.Text.Length > property.MaxLength);
        return tooLong is null ? null : RowFaults.WritesTooLong(tooLong.Place, tooLong.Text, property.Path, end.ToString(), property.MaxLength!.Value);
    }

    // Of a table the second column goes to the target, and the first to the source.
    private static IEnumerable<ScalarNode> Texts(ConversionView conversion, bool isTarget) => (conversion.Draft.Name.Value, conversion.Draft.Argument) switch
    {
        ("constant", ScalarNode constant) when isTarget => [constant],
        ("lookup", MappingNode table) => table.Entries.Select(entry => isTarget ? entry.Value as ScalarNode : entry.Key).OfType<ScalarNode>(),
        _ => [],
    };

    private static Diagnostic? Carried(RowView row, FlowView flow, FlowEnd end, PropertyDescription property)
    {
        var other = flow.Across(end);
        return row.Conversions.All(conversion => KeepLength.Contains(conversion.Draft.Name.Value))
            && other.PropertyOf(row) is { Type: PropertyType.String, MaxLength: { } longest } from
            && longest > property.MaxLength
                ? RowFaults.MayBeTooLong(end.PathOf(row).Place, from.Path, other.ToString(), longest, property.Path, end.ToString(), property.MaxLength.Value)
                : null;
    }
}

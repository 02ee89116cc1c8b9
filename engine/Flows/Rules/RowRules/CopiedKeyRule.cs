using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>A foreign key is translated, not copied.</summary>
internal sealed class CopiedKeyRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        where row is { Type: not PropertyType.Reference, Source: not null, Target: not null }
        let end = flow.Ends.FirstOrDefault(e => e.PropertyOf(row)!.References is not null && flow.Across(e).IsWrittenBy(row))
        where end is not null
        select RowFaults.KeyCopied(end.PathOf(row).Place, end.PathOf(row).Value, end.ToString(), end.PropertyOf(row)!.References!, Cure(row));

    private static string Cure(RowView row) => row is { Source.References: { } source, Target.References: { } target }
        ? $"write 'type: reference, of: {{ source: {source}, target: {target} }}'"
        : "map a property that means the same in both systems, such as a number or a code";
}

using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>The properties that rows, conditions and match rules name must be properties of their entities.</summary>
internal sealed class UnknownPropertyRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) => flow.Ends.SelectMany(end => Check(flow, end));

    private static IEnumerable<Diagnostic> Check(FlowView flow, FlowEnd end) => end.Entity is { } entity
        ? Names(flow, end)
            .Where(name => entity.Property(name.Value) is null)
            .Select(name => RowFaults.UnknownProperty(name.Place, name.Value, end.ToString(), [.. entity.Properties.Select(p => p.Path)]))
        : [];

    private static IEnumerable<Located<string>> Names(FlowView flow, FlowEnd end) =>
    [
        .. flow.Rows.Select(end.PathOf),
        .. flow.Draft.Archive.Where(archived => archived.IsTarget == end.IsTarget).Select(archived => archived.Path),
        .. flow.Draft.Match.SelectMany(m => m.Pairs).Select(p => end.IsTarget ? p.Target : p.Source),
        .. flow.Rows.Select(row => row.Draft.When).Append(flow.Draft.CreateWhen).OfType<ConditionDraft>()
            .SelectMany(when => end.IsTarget ? when.Target : when.Source).SelectMany(tests => tests).Select(test => test.Path),
    ];
}

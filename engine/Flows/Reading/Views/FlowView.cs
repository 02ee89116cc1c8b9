using System.Collections.Immutable;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Flows.Reading.Views;

/// <summary>A flow with its names looked up.</summary>
internal sealed record FlowView(FlowDraft Draft, FlowEnd Source, FlowEnd Target, ImmutableArray<RowView> Rows)
{
    /// <summary>Its name.</summary>
    public string Name => Draft.Name;

    /// <summary>Both its ends, the source first.</summary>
    public ImmutableArray<FlowEnd> Ends => [Source, Target];

    /// <summary>The flows between the elements of its lists.</summary>
    public IEnumerable<FlowView> Lists => Rows.Select(row => row.Elements).OfType<FlowView>();

    /// <summary>Whether the flow makes records at an end.</summary>
    public bool CreatesAt(FlowEnd end) => Draft.Create.Value switch
    {
        CreatePolicy.Source => end.IsTarget,
        CreatePolicy.Target => !end.IsTarget,
        CreatePolicy.Both => true,
        _ => false,
    };

    /// <summary>All paths that the flow names at an end: in rows, archived values, match rules and conditions.</summary>
    public IEnumerable<Located<string>> PathsAt(FlowEnd end) =>
    [
        .. Rows.Select(end.PathOf),
        .. Draft.Archive.Where(archived => archived.IsTarget == end.IsTarget).Select(archived => archived.Path),
        .. Draft.Match.SelectMany(m => m.Pairs).Select(p => end.IsTarget ? p.Target : p.Source),
        .. Rows.Select(row => row.Draft.When).Append(Draft.CreateWhen).OfType<ConditionDraft>()
            .SelectMany(when => end.IsTarget ? when.Target : when.Source).SelectMany(tests => tests).Select(test => test.Path),
    ];

    /// <summary>The end across.</summary>
    public FlowEnd Across(FlowEnd end) => end.IsTarget ? Source : Target;
}

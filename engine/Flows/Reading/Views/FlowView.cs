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

    /// <summary>The end across.</summary>
    public FlowEnd Across(FlowEnd end) => end.IsTarget ? Source : Target;
}

using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Flows.Reading.Views;

/// <summary>Looks the names of a flow up.</summary>
internal static class FlowViews
{
    /// <summary>The flow over the systems of its workspace.</summary>
    public static FlowView Of(FlowDraft draft, ImmutableArray<SystemView> systems)
    {
        var source = End(draft.Source, false, systems);
        var target = End(draft.Target, true, systems);
        return new FlowView(draft, source, target, [.. draft.Rows.Select(r => Row(r, source, target))]);
    }

    private static FlowEnd End(SideDraft side, bool isTarget, ImmutableArray<SystemView> systems)
    {
        var system = systems.FirstOrDefault(s => s.Name == side.System.Value);
        return new FlowEnd(side, isTarget, system, system?.Entity(side.Entity.Value));
    }

    private static RowView Row(RowDraft row, FlowEnd source, FlowEnd target)
    {
        var from = source.Entity?.Property(row.Source.Value);
        var to = target.Entity?.Property(row.Target.Value);
        var conversions = ConversionView.Chain(row.Conversions, from?.Type ?? PropertyType.Any, to?.Type ?? PropertyType.Any);
        return new RowView(row, from, to, conversions);
    }
}

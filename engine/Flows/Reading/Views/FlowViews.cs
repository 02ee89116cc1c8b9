using SesamTalk.Connectors.Descriptions;
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
        return new FlowView(draft, source, target, [.. draft.Rows.Select(r => Row(draft, r, source, target))]);
    }

    private static FlowEnd End(SideDraft side, bool isTarget, ImmutableArray<SystemView> systems)
    {
        var system = systems.FirstOrDefault(s => s.Name == side.System.Value);
        return new FlowEnd(side, isTarget, system, system?.Entity(side.Entity.Value));
    }

    private static RowView Row(FlowDraft flow, RowDraft row, FlowEnd source, FlowEnd target)
    {
        var from = source.Find(row.Source.Value);
        var to = target.Find(row.Target.Value);
        var conversions = ConversionView.Chain(row.Conversions, from?.Type ?? PropertyType.Any, to?.Type ?? PropertyType.Any);
        return new RowView(row, from, to, conversions)
        {
            Elements = row.Each is not null && from?.Elements is not null && to?.Elements is not null && !source.IsElement
                ? Elements(flow, row, End(source, row.Source, from), End(target, row.Target, to))
                : null,
        };
    }

    // R11: elements are reconciled like records, so their rows are held against the same rules.
    private static FlowView Elements(FlowDraft flow, RowDraft list, FlowEnd source, FlowEnd target)
    {
        var direction = list.Direction?.Value ?? Direction.Both;
        var draft = flow with
        {
            Source = source.Draft,
            Target = target.Draft,
            Create = new(direction switch { Direction.ToTarget => CreatePolicy.Source, Direction.ToSource => CreatePolicy.Target, _ => CreatePolicy.Both }, list.Place),
            Match = [new MatchRuleDraft(list.Each!.Key, [], list.Place)],
            Rows = [.. list.Each.Rows.Select(row => row with { Direction = row.Direction ?? list.Direction })],
            CreateWhen = null,
            CreateOnReference = [],
            Conflict = list.Conflict ?? flow.Conflict,
        };
        return new FlowView(draft, source, target, [.. draft.Rows.Select(row => Row(draft, row, source, target))]);
    }

    /// <summary>The elements of a list as an end of their own.</summary>
    public static FlowEnd ElementEnd(FlowEnd end, PropertyDescription list) => End(end, new Located<string>(list.Path, end.Draft.Entity.Place), list);

    private static FlowEnd End(FlowEnd end, Located<string> list, PropertyDescription property) => end with
    {
        Draft = new SideDraft(end.Draft.System, new Located<string>($"{end.Draft.Entity.Value}.{list.Value}", list.Place)),
        Entity = Mapping.ElementFlows.Describe(end.Entity!, property),
        IsElement = true,
    };
}

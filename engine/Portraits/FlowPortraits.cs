using System.Collections.Immutable;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Portraits;

/// <summary>Makes portraits of the flows of a set.</summary>
public static class FlowPortraits
{
    /// <summary>The flows whose shape was accepted, in the ordinal order of their names; none where <c>systems.yaml</c> cannot be understood.</summary>
    public static ImmutableArray<FlowPortrait> Of(FlowSetReading reading) => [.. (reading.View?.Flows ?? []).Select(Of)];

    private static FlowPortrait Of(FlowView flow) => new(flow.Name, Side(flow.Source), Side(flow.Target), flow.Draft.Place.File)
    {
        Document = flow.Draft.Document,
        Description = flow.Draft.Description,
        Tags = flow.Draft.Tags,
        Create = flow.Draft.Create.Value,
        Creates = [.. CreateWords.Of(flow)],
        Match = [.. flow.Draft.Match.Select(rule => new MatchPortrait([.. rule.Pairs.Select(p => new MatchPair(p.Source.Value, p.Target.Value))], rule.Except))],
        Delete = flow.Draft.Delete,
        Deletes = DeleteWords.Of(flow.Draft),
        Conflict = flow.Draft.Conflict?.Value ?? ConflictPolicy.Latest,
        Limits = flow.Draft.Limits,
        Rows = [.. flow.Rows.Select(row => RowPortraits.Of(flow, row))],
        Unwritable = [.. UnwritablePortraits.Of(flow)],
    };

    private static SidePortrait Side(FlowEnd end) => new(end.Draft.System.Value, end.Draft.Entity.Value)
    {
        IsKnown = end.Entity is not null,
        Key = end.Entity?.Key.Property,
        CanCreate = end.Entity?.CanCreate ?? false,
        CanUpdate = end.Entity?.CanUpdate ?? false,
        CanDelete = end.Entity?.CanDelete ?? false,
    };
}

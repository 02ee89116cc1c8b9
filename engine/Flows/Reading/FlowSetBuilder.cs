using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>Makes the set that the engine sees, out of views in which no rule found an error.</summary>
internal static class FlowSetBuilder
{
    /// <summary>The set.</summary>
    public static FlowSet Build(Workspace workspace, SetView set)
    {
        var systems = workspace.Systems.ToDictionary(s => s.Name, StringComparer.Ordinal);
        return new FlowSet(workspace, [.. set.Flows.Select(f => Flow(f, systems))]);
    }

    /// <summary>The workspace; its systems may be the faulty ones of a set that has errors.</summary>
    public static Workspace Workspace(string folder, string state, SystemsDraft draft, ProfileDraft? profile, SetView set) =>
        new(folder, state, [.. set.Systems.Select(System)])
        {
            Profile = profile?.Name.Value,
            SampleData = profile?.SampleData,
            ReadEvery = Interval.Of(profile?.ReadEvery ?? draft.ReadEvery) ?? Flows.Workspace.DefaultInterval,
            Clusters = Clusters(draft),
        };

    /// <summary>A set over systems that were looked up again.</summary>
    public static FlowSet Over(FlowSet built, SetView set)
    {
        ImmutableArray<SystemConfiguration> systems = [.. set.Systems.Select(System)];
        var byName = systems.ToDictionary(system => system.Name, StringComparer.Ordinal);
        FlowSide Side(FlowSide side) => side with { System = byName[side.System.Name] };
        return new FlowSet(
            built.Workspace with { Systems = systems },
            [.. built.Flows.Select(flow => flow with { Source = Side(flow.Source), Target = Side(flow.Target) })]);
    }

    private static ClusterLimits Clusters(SystemsDraft draft) => new(
        draft.ClusterAtMost ?? ClusterLimits.Default.AtMost,
        [.. draft.Several.Select(s => s.Value)]);

    private static SystemConfiguration System(SystemView view) =>
        new(view.Name, view.Draft.Rank, view.Connector?.Name ?? string.Empty, view.Entities)
        {
            Names = [.. view.Draft.Names.Select(n => n.Value)],
            Settings = view.Settings,
            KnownSettings = [.. view.KnownSettings],
            Definition = view.Definition,
        };

    private static Flow Flow(FlowView view, Dictionary<string, SystemConfiguration> systems) =>
        new(view.Name, Side(view.Source, systems), Side(view.Target, systems), [.. view.Rows.Select(Row)], view.Draft.Place)
        {
            Document = view.Draft.Document,
            Description = view.Draft.Description,
            Tags = view.Draft.Tags,
            Create = view.Draft.Create.Value,
            Match = [.. view.Draft.Match.Select(Rule)],
            AcceptsDuplicates = view.Draft.AcceptsDuplicates,
            CreateWhen = Condition(view.Draft.CreateWhen),
            CreateOnReference = [.. view.Draft.CreateOnReference.Select(e => e.Value)],
            Delete = new DeletePolicy(view.Draft.Delete, [.. view.Draft.Archive.Select(a => new ArchivedValue(a.IsTarget, a.Path.Value, a.Value.Value))]),
            Conflict = view.Draft.Conflict?.Value ?? ConflictPolicy.Latest,
            Limits = view.Draft.Limits,
        };

    private static Condition? Condition(ConditionDraft? draft) =>
        draft is null ? null : new Condition(Alternatives(draft.Source), Alternatives(draft.Target), draft.Place);

    private static ImmutableArray<ImmutableArray<PropertyTest>> Alternatives(ImmutableArray<ImmutableArray<PropertyTestDraft>> drafts) =>
        [.. drafts.Select(tests => tests.Select(t => new PropertyTest(t.Path.Value, t.Values, t.IsNegated)).ToImmutableArray())];

    private static FlowSide Side(FlowEnd end, Dictionary<string, SystemConfiguration> systems) =>
        new(systems[end.System!.Name], end.Entity!);

    private static MatchRule Rule(MatchRuleDraft rule) =>
        new([.. rule.Pairs.Select(p => new MatchPair(p.Source.Value, p.Target.Value))], rule.Place) { Except = rule.Except };

    private static Row Row(RowView view)
    {
        var draft = view.Draft;
        return new Row(draft.Source.Value, draft.Target.Value, view.Type, view.Direction, draft.Place)
        {
            Of = draft.Of is { } of && view.Type == PropertyType.Reference ? new ReferencedEntities(of.Source.Value, of.Target.Value) : null,
            Conversions = [.. view.Conversions.Select(c => c.Step!.Conversion!)],
            ConversionText = draft.ConversionText,
            Sensitive = draft.Sensitive,
            Conflict = draft.Conflict?.Value,
            OnLink = draft.OnLink?.Value,
            Enforce = draft.Enforce,
            When = Condition(draft.When),
            Each = view.Elements is { } elements
                ? new Elements([.. draft.Each!.Key.Select(p => new MatchPair(p.Source.Value, p.Target.Value))], [.. elements.Rows.Select(Row)])
                : null,
        };
    }
}

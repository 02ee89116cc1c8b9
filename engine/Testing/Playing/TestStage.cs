using System.Collections.Immutable;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Testing.Playing;

/// <summary>A flow alone, over systems that can carry test links; made once for all tests of the flow.</summary>
internal sealed class TestStage
{
    private readonly Workspace _workspace;

    private TestStage(Workspace workspace, Flow flow, ImmutableArray<SystemConfiguration> systems)
    {
        (_workspace, Systems) = (workspace, systems);
        Flow = Placed(flow) with { Match = [LinkToken.Rule(flow.Place), .. flow.Match] };
    }

    /// <summary>The flow that is tested.</summary>
    public Flow Flow { get; }

    /// <summary>The systems of the flow, one where both sides are of one.</summary>
    public ImmutableArray<SystemConfiguration> Systems { get; }

    /// <summary>The stage of a flow.</summary>
    public static TestStage Of(FlowSet set, Flow flow, string connector) => new(
        set.Workspace,
        flow,
        [.. new[] { flow.Source.System, flow.Target.System }.DistinctBy(system => system.Name).Select(system => Extended(system, connector))]);

    /// <summary>The same stage for the flow in another form.</summary>
    public TestStage With(Flow flow) => new(_workspace, flow, Systems);

    /// <summary>The set that a test runs: the flow, and one without rows for each pair of entities of given links.</summary>
    public FlowSet SetFor(IEnumerable<GivenLink> links, string state) => new(
        _workspace with { State = state, Systems = Systems },
        [.. Linking(links).Append(Flow).OrderBy(flow => flow.Name, StringComparer.Ordinal)]);

    private IEnumerable<Flow> Linking(IEnumerable<GivenLink> links) => links
        .Select(link => (Source: link.Source.Entity, Target: link.Target.Entity))
        .Distinct()
        .Where(pair => (pair.Source, pair.Target) != (Flow.Source.Entity.Name, Flow.Target.Entity.Name))
        .Select((pair, number) => new Flow($"given-links-{number + 1}", SideOf(Flow.Source, pair.Source), SideOf(Flow.Target, pair.Target), [], Flow.Place)
        {
            Create = CreatePolicy.Never,
            Match = [LinkToken.Rule(Flow.Place)],
        });

    private Flow Placed(Flow flow) => flow with { Source = SideOf(flow.Source, flow.Source.Entity.Name), Target = SideOf(flow.Target, flow.Target.Entity.Name) };

    private FlowSide SideOf(FlowSide side, string entity)
    {
        var system = Systems.First(s => s.Name == side.System.Name);
        return new FlowSide(system, system.Entities.First(e => e.Name == entity));
    }

    private static SystemConfiguration Extended(SystemConfiguration system, string connector) =>
        new(system.Name, system.Rank, connector, [.. system.Entities.Select(LinkToken.AddTo)]) { Names = system.Names };
}

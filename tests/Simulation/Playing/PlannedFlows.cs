using SesamTalk.Engine.Flows;
using SesamTalk.Simulation.Worlds;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Simulation.Playing;

/// <summary>The flows of a planned world.</summary>
internal static class PlannedFlows
{
    /// <summary>The flow as the engine runs it.</summary>
    public static Flow FlowOf(FlowPlan plan, WorldPlan world, Dictionary<string, SystemConfiguration> systems)
    {
        string AtSource(string property) => ListedProperties.PathOf(world.Entity(plan.Source), property);
        string AtTarget(string property) => ListedProperties.PathOf(world.Entity(plan.Target), property);
        var file = $"flows/{plan.Name}.flow.yaml";
        var (source, target) = (SideOf(plan.Source, systems), SideOf(plan.Target, systems));
        return new Flow(plan.Name, source, target, RowText.Read(string.Join("; ", plan.Rows.Select(row => row.At(AtSource, AtTarget))), target.Entity, file), new(file, 1, 1, 1, 1))
        {
            Create = Enum.Parse<CreatePolicy>(plan.Create, ignoreCase: true),
            CreateOnReference = plan.OnReference is { } referrer ? [referrer] : [],
            Match = MatchText.Read(plan.Match, file),
            AcceptsDuplicates = plan.AcceptsDuplicates,
            Delete = plan.Propagates ? new DeletePolicy(DeleteKind.Propagate, [])
                : plan.Archive?.Split(':') is [var property, var value] ? new DeletePolicy(DeleteKind.Archive, [new ArchivedValue(true, AtTarget(property), value), new ArchivedValue(false, AtSource(property), value)])
                : DeletePolicy.Keep,
            CreateWhen = plan.CreateWhen is { } when ? ConditionOf(AtSource, when.Split(':'), file) : null,
        };
    }

    private static Condition ConditionOf(Func<string, string> path, string[] test, string file) =>
        new([[new PropertyTest(path(test[0]), [.. test[1].Split(',').Select(value => value == "-" ? string.Empty : value)], false)]], [], new(file, 1, 1, 1, 1));

    private static FlowSide SideOf(string path, Dictionary<string, SystemConfiguration> systems)
    {
        var system = systems[path.Split('/')[0]];
        return new FlowSide(system, system.Entities.Single(entity => entity.Name == path.Split('/')[1]));
    }
}

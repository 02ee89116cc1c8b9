using SesamTalk.Connectors.Memory;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.State;
using SesamTalk.Simulation.Worlds;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Simulation.Playing;

/// <summary>Looks at what there is in the systems, and in the state.</summary>
internal static class Snapshots
{
    /// <summary>What there is.</summary>
    /// <param name="plan">The world as it is planned.</param>
    /// <param name="memory">The systems.</param>
    /// <param name="users">The records that users added.</param>
    /// <param name="links">The links, and whether they hold.</param>
    public static Snapshot Take(WorldPlan plan, MemoryWorld memory, IReadOnlySet<string> users, IReadOnlyList<((string Flow, string Source, string Target) Pair, bool Holds)> links)
    {
        var records = new Dictionary<string, IReadOnlyDictionary<string, string?>>(StringComparer.Ordinal);
        foreach (var entity in plan.Entities)
        {
            var there = memory[entity.System][entity.Name];
            foreach (var key in there.Keys)
            {
                records[$"{entity.Path}/{key}"] = there.Description.Properties.Where(p => p.Path != ListedProperties.List)
                    .Select(p => (Property: p.Path, Value: Shown(there.ValueOf(key, p.Path))))
                    .Concat(entity.Listed.Select(p => (Property: p, Value: ListedProperties.Find(there, key, p))))
                    .ToDictionary(it => it.Property, it => it.Value, StringComparer.Ordinal);
            }
        }

        return new Snapshot(records, [.. links.Where(link => link.Holds).Select(link => link.Pair)], users) { Ended = [.. links.Where(link => !link.Holds).Select(link => link.Pair)] };
    }

    /// <summary>The links that a state knows, and whether they hold.</summary>
    public static IEnumerable<((string Flow, string Source, string Target) Pair, bool Holds)> Links(WorldPlan plan, StateReader state) => plan.Flows.SelectMany(flow => state.Links(flow.Name)
        .Select(link => ((flow.Name, $"{flow.Source}/{link.SourceKey}", $"{flow.Target}/{link.TargetKey}"), link.EndedIn is null)));

    private static string? Shown(Value value) => value.IsNone ? null
        : value.Kind == ValueKind.List ? string.Join(" | ", ValueText.Show(value).Order(StringComparer.Ordinal)) : value.ToString();
}

using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Checking;

/// <summary>Makes a failing history smaller as long as it breaks the same invariant.</summary>
internal sealed class Shrinker(Func<History, Task<Violation?>> check)
{
    private const int MostTries = 3000;

    private int _tries;

    /// <summary>The smallest form that was found.</summary>
    public async Task<History> ShrinkAsync(History history, Violation violation)
    {
        // It goes on behind what helped: what did not help a moment ago hardly does now. It ends when nothing helps from the first to the last.
        for (var smaller = true; smaller && _tries < MostTries;)
        {
            smaller = false;
            for (var place = 0; await FindAsync(history, place, violation) is var (smallerOne, found); place = found)
            {
                (history, smaller) = (smallerOne, true);
            }
        }

        return history;
    }

    private async Task<(History Smaller, int Place)?> FindAsync(History history, int from, Violation violation)
    {
        var place = from;
        foreach (var candidate in Candidates(history).Skip(from))
        {
            if (++_tries >= MostTries)
            {
                return null;
            }

            if ((await check(candidate))?.Invariant == violation.Invariant)
            {
                return (candidate, place);
            }

            place++;
        }

        return null;
    }

    // The large pieces first.
    private static IEnumerable<History> Candidates(History history)
    {
        for (var size = history.Acts.Length / 2; size > 0; size /= 2)
        {
            for (var i = 0; i + size <= history.Acts.Length; i += size)
            {
                yield return history with { Acts = history.Acts.RemoveRange(i, size) };
            }
        }

        foreach (var world in Worlds(history.World))
        {
            yield return history with { World = world };
        }

        for (var i = 0; i < history.Acts.Length; i++)
        {
            foreach (var text in Texts(history.Acts[i]))
            {
                yield return history with { Acts = history.Acts.SetItem(i, history.Acts[i] with { Text = text }) };
            }
        }
    }

    private static IEnumerable<string> Texts(Act act)
    {
        var parts = act.Text.Split(", ");
        return act.Verb == "add" && parts.Length > 1
            ? parts.Select((_, i) => string.Join(", ", parts.Where((_, j) => j != i)))
            : [];
    }

    private static IEnumerable<WorldPlan> Worlds(WorldPlan world)
    {
        foreach (var flow in world.Flows)
        {
            yield return world with { Flows = world.Flows.Remove(flow) };
        }

        foreach (var entity in world.Entities.Where(entity => world.Flows.All(flow => flow.Source != entity.Path && flow.Target != entity.Path)))
        {
            yield return world with { Entities = world.Entities.Remove(entity) };
        }

        foreach (var system in world.Systems.Where(system => world.Entities.All(entity => entity.System != system.Name)))
        {
            yield return world with { Systems = world.Systems.Remove(system) };
        }

        foreach (var (flow, row) in world.Flows.SelectMany(flow => flow.Rows.Select(row => (flow, row))))
        {
            yield return world with { Flows = world.Flows.Replace(flow, flow with { Rows = flow.Rows.Remove(row) }) };
        }

        foreach (var (flow, row) in world.Flows.SelectMany(flow => flow.Rows.Select(row => (flow, row))))
        {
            foreach (var simpler in row.Simpler())
            {
                yield return world with { Flows = world.Flows.Replace(flow, flow with { Rows = flow.Rows.Replace(row, simpler) }) };
            }
        }

        foreach (var flow in world.Flows.Where(flow => flow.Propagates || flow.Archive is not null))
        {
            yield return world with { Flows = world.Flows.Replace(flow, flow with { Propagates = false, Archive = null }) };
        }

        foreach (var flow in world.Flows.Where(flow => flow.CreateWhen is not null))
        {
            yield return world with { Flows = world.Flows.Replace(flow, flow with { CreateWhen = null }) };
        }

        foreach (var flow in world.Flows.Where(flow => flow.OnReference is not null))
        {
            yield return world with { Flows = world.Flows.Replace(flow, flow with { OnReference = null }) };
        }

        foreach (var (entity, manner) in world.Entities.SelectMany(entity => entity.Manners.Select(manner => (entity, manner))))
        {
            yield return world with { Entities = world.Entities.Replace(entity, entity with { Manners = entity.Manners.Remove(manner) }) };
        }

        foreach (var system in world.Systems.Where(system => system is not { Skew: 0, Rank: 0 }))
        {
            yield return world with { Systems = world.Systems.Replace(system, system.Skew != 0 ? system with { Skew = 0 } : system with { Rank = 0 }) };
        }
    }
}

using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Memory.Faults;

namespace SesamTalk.Connectors.Memory;

/// <summary>The systems in memory that stand beside each other, and the clock by which all of them live.</summary>
/// <param name="clock">The time.</param>
public sealed class MemoryWorld(TimeProvider clock)
{
    private readonly SortedDictionary<string, MemorySystem> _systems = new(StringComparer.Ordinal);

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; } = clock;

    /// <summary>The point at which whoever uses the systems is to die.</summary>
    public Interruption Interruption { get; } = new();

    /// <summary>The systems, in ordinal order of their names.</summary>
    public IReadOnlyCollection<MemorySystem> Systems => _systems.Values;

    /// <summary>The system of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public MemorySystem this[string name] => _systems[name];

    /// <summary>What was asked of all systems together since the world began.</summary>
    public CallCounts Calls => _systems.Values.Aggregate(new CallCounts(), (sum, system) => sum + system.Calls);

    /// <summary>Adds a system.</summary>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public MemorySystem Add(string name, ImmutableArray<EntityDescription> entities)
    {
        var system = new MemorySystem(name, entities, this);
        _systems.Add(name, system);
        return system;
    }

    internal MemorySystem FindOrAdd(string name, ImmutableArray<EntityDescription> entities) =>
        _systems.TryGetValue(name, out var system) ? system : Add(name, entities);
}

using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Memory;

/// <summary>A system in memory. What a user does in it is done here; what an adapter does goes through the connector.</summary>
public sealed class MemorySystem
{
    private readonly Dictionary<string, MemoryEntity> _entities;

    internal MemorySystem(string name, ImmutableArray<EntityDescription> entities, MemoryWorld world)
    {
        Name = name;
        World = world;
        _entities = entities.ToDictionary(e => e.Name, e => new MemoryEntity(e, this), StringComparer.Ordinal);
    }

    /// <summary>Its name in the workspace.</summary>
    public string Name { get; }

    /// <summary>How far its clock is ahead of the world's; negative where it is behind.</summary>
    public TimeSpan ClockSkew { get; set; }

    /// <summary>What goes wrong in it, on request.</summary>
    public MemoryFaults Faults { get; } = new();

    /// <summary>What was asked of it since it was made.</summary>
    public CallCounts Calls { get; internal set; } = new();

    internal MemoryWorld World { get; }

    internal Lock Gate { get; } = new();

    internal DateTime Now => World.Clock.GetUtcNow().UtcDateTime + ClockSkew;

    /// <summary>The entity of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public MemoryEntity this[string entity] => _entities[entity];

    /// <summary>A user adds a record, with any values at all.</summary>
    public void Add(string entity, string key, params IReadOnlyList<(string Property, Value Value)> values) =>
        this[entity].Add(key, values);

    /// <summary>A user changes a property of a record, to any value at all.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public void Edit(string entity, string key, string property, Value value) => this[entity].Edit(key, property, value);

    /// <summary>A user deletes a record.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public void Delete(string entity, string key) => this[entity].Delete(key);

    internal MemoryEntity? Find(string entity) => _entities.GetValueOrDefault(entity);
}

using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Memory;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Testing;

namespace SesamTalk.Cli.Testing;

/// <summary>The systems of a test of flows: they live in memory, and hold the engine to what their descriptions say.</summary>
internal sealed class MemoryTestSystems(TimeProvider clock) : ITestSystems
{
    private readonly MemoryWorld _world = new(clock);

    /// <inheritdoc/>
    public IConnector Connector => new MemoryConnector(_world);

    /// <inheritdoc/>
    public void AddSystem(string system, ImmutableArray<EntityDescription> entities) => _world.Add(system, entities);

    /// <inheritdoc/>
    public string Add(string system, string entity, string? key, IReadOnlyList<(string Property, Value Value)> values) => _world[system][entity].Add(key, values);

    /// <inheritdoc/>
    public void Edit(string system, string entity, string key, string property, Value value) => _world[system][entity].Edit(key, property, value);

    /// <inheritdoc/>
    public void Delete(string system, string entity, string key) => _world[system][entity].Delete(key);

    /// <inheritdoc/>
    public IReadOnlyList<string> Keys(string system, string entity) => _world[system][entity].Keys;

    /// <inheritdoc/>
    public Value ValueOf(string system, string entity, string key, string property) => _world[system][entity].ValueOf(key, property);
}

using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Memory;

/// <summary>
/// The adapter <c>memory</c>: systems that live in a <see cref="MemoryWorld"/>, for tests, plans and simulation. What they hold
/// belongs to the world, so it is still there at the next connection.
/// </summary>
/// <param name="world">The world that holds the systems.</param>
public sealed class MemoryConnector(MemoryWorld world) : IConnector
{
    /// <inheritdoc/>
    public string Name => "memory";

    /// <inheritdoc/>
    public ImmutableArray<SettingDescription> Settings => [];

    /// <inheritdoc/>
    public IConnectedSystem Connect(SystemDefinition system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return new ConnectedMemorySystem(world.FindOrAdd(system.Name, system.Entities));
    }

    /// <summary>What an entity in memory can do unless its world says otherwise.</summary>
    public Capabilities CapabilitiesOf(EntityDescription entity) => MemoryEntity.UsualCapabilities(entity);
}

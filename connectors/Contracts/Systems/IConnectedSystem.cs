using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Connectors.Systems;

/// <summary>
/// A system that is connected. What it can do is said by <see cref="CapabilitiesOf"/> and done by the small interfaces that it
/// implements beside this one. An instance is used by one caller at a time for writing; reads of several entities may overlap.
/// </summary>
public interface IConnectedSystem : IAsyncDisposable
{
    /// <summary>What the system can do with an entity.</summary>
    Capabilities CapabilitiesOf(EntityDescription entity);
}

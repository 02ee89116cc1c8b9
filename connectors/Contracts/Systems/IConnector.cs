using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Connectors.Systems;

/// <summary>An adapter: a way to connect systems of one kind.</summary>
public interface IConnector
{
    /// <summary>Its name in <c>systems.yaml</c>, for example <c>sql</c>.</summary>
    string Name { get; }

    /// <summary>The settings that it knows. Any other is a mistake of the author's.</summary>
    ImmutableArray<SettingDescription> Settings { get; }

    /// <summary>
    /// Connects a system, without reaching out to it: the first read or write does that. Called with settings that
    /// were checked against <see cref="Settings"/>.
    /// </summary>
    IConnectedSystem Connect(SystemDefinition system);

    /// <summary>
    /// What the adapter can do with an entity so described, told without a connection, so that flows can be checked without a
    /// network. Where systems have a definition file, that says more (<see cref="Definitions.IConnectorDefinition"/>).
    /// </summary>
    Capabilities CapabilitiesOf(EntityDescription entity);
}

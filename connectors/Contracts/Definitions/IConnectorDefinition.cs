using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Definitions;

/// <summary>What a definition file says of the systems that are reached by it: the connector that read it knows more of it.</summary>
public interface IConnectorDefinition
{
    /// <summary>What such a system can do with an entity, told without a connection.</summary>
    Capabilities CapabilitiesOf(EntityDescription entity);
}

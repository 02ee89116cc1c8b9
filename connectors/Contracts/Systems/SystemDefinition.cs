using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Connectors.Systems;

/// <summary>A system as the workspace defines it.</summary>
/// <param name="Name">Its name, for example <c>exact-online</c>.</param>
/// <param name="Settings">Its settings, with references resolved.</param>
/// <param name="Entities">Its entities.</param>
/// <param name="Folder">The folder that relative paths in settings start from.</param>
/// <param name="Clock">The time.</param>
public sealed record SystemDefinition(
    string Name,
    ImmutableDictionary<string, string> Settings,
    ImmutableArray<EntityDescription> Entities,
    string Folder,
    TimeProvider Clock)
{
    /// <summary>What its definition file says, for connectors that are an <see cref="IDefinitionReader"/>.</summary>
    public IConnectorDefinition? Definition { get; init; }
}

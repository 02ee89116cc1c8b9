using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Connectors.Definitions;

/// <summary>
/// Ability of a connector: its systems are told apart by a definition file, named under <c>definition</c> in <c>systems.yaml</c>. The
/// engine reads the file, fills in the settings that it declares (<c>${setting:NAME}</c>), and holds it against the schema; the rest is
/// the connector's.
/// </summary>
public interface IDefinitionReader
{
    /// <summary>The JSON Schema of such a file.</summary>
    string DefinitionSchema { get; }

    /// <summary>Reads a file whose shape was accepted. What is wrong with it is told, never thrown.</summary>
    /// <param name="root">The file.</param>
    /// <param name="entities">The entities of the system; empty where they are not known.</param>
    DefinitionReading ReadDefinition(DefinitionMapping root, ImmutableArray<EntityDescription> entities);
}

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

    /// <summary>
    /// The folder for what a connector keeps across runs, such as tokens and how much of a limit is used. Its files are their owner's alone.
    /// It is made at first use.
    /// </summary>
    public string KeptFolder => KeptFolderOf(Folder);

    /// <summary>That folder of a workspace.</summary>
    /// <param name="folder">The folder of the workspace.</param>
    public static string KeptFolderOf(string folder) => Path.GetFullPath(Path.Combine(folder, ".sesamtalk", "kept"));
}

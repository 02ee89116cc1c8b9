using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows;

/// <summary>
/// The names of a workspace, read in a hurry: nothing is checked, and what cannot be read has no names. For shells, which ask at each
/// press of a key.
/// </summary>
/// <param name="Flows">The flows, by their files.</param>
/// <param name="Systems">The systems.</param>
/// <param name="Entities">The entities, as <c>system/entity</c>.</param>
/// <param name="Profiles">The profiles.</param>
public sealed record WorkspaceNames(
    ImmutableArray<string> Flows, ImmutableArray<string> Systems, ImmutableArray<string> Entities, ImmutableArray<string> Profiles)
{
    /// <summary>The names of no workspace.</summary>
    public static WorkspaceNames None { get; } = new([], [], [], []);

    /// <summary>Reads them.</summary>
    /// <param name="location">The workspace.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static WorkspaceNames Read(WorkspaceLocation location)
    {
        ArgumentNullException.ThrowIfNull(location);
        var folder = Path.GetDirectoryName(location.SystemsFile)!;
        var root = Read(location.SystemsFile);
        var systems = Entries(root, "systems");
        var flows = FlowFiles.Below(folder, []).Select(FlowFiles.NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new WorkspaceNames(
            [.. flows],
            [.. systems.Select(system => system.Key.Text)],
            [.. systems.SelectMany(system => EntitiesOf(system, folder))],
            [.. Entries(root, "profiles").Select(profile => profile.Key.Text)]);
    }

    private static IEnumerable<string> EntitiesOf(MappingEntry system, string folder)
    {
        if ((system.Value as MappingNode)?["entities"] is not ScalarNode file || Path.GetFullPath(Path.Combine(folder, file.Text)) is not { } path || !File.Exists(path))
        {
            return [];
        }

        return Entries(Read(path), "entities").Select(entity => $"{system.Key.Text}/{entity.Key.Text}");
    }

    private static ImmutableArray<MappingEntry> Entries(MappingNode? root, string key) => (root?[key] as MappingNode)?.Entries ?? [];

    private static MappingNode? Read(string path) => YamlReader.Read(new SourceText(path, File.ReadAllText(path)), new List<Diagnostic>()) as MappingNode;
}

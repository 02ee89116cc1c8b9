using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Formatting;

/// <summary>The files that a <c>systems.yaml</c> names.</summary>
internal static class NamedFiles
{
    private static readonly string[] Naming = ["entities", "definition"];

    /// <summary>Their absolute paths; none where it cannot be read.</summary>
    public static IEnumerable<string> Of(string systemsFile)
    {
        var folder = Path.GetDirectoryName(systemsFile)!;
        var root = new SourceFiles(folder, new List<Diagnostic>()).Parse(systemsFile) as MappingNode;
        return root is null ? [] : Of(root).Concat(root.Mappings("profiles").SelectMany(profile => Of(profile.Value))).Select(name => Path.GetFullPath(name, folder));
    }

    private static IEnumerable<string> Of(MappingNode named) =>
        named.Mappings("systems").SelectMany(system => Naming.Select(key => system.Value.Text(key)?.Value)).OfType<string>();
}

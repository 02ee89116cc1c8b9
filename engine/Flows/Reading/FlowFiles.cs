namespace SesamTalk.Engine.Flows.Reading;

/// <summary>Finds the flow files of a workspace.</summary>
internal static class FlowFiles
{
    /// <summary>How the name of a flow file ends.</summary>
    public const string Suffix = ".flow.yaml";

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        MatchCasing = MatchCasing.CaseSensitive,
    };

    /// <summary>The flow files below a folder, and those of some other paths, each once, in ordinal order; with another suffix, other files.</summary>
    public static IReadOnlyList<string> Below(string folder, IEnumerable<string> others, string suffix = Suffix) =>
    [
        .. new[] { folder }.Concat(others).SelectMany(path => Of(path, suffix)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The name of the flow in a file.</summary>
    public static string NameOf(string path) => Path.GetFileName(path)[..^Suffix.Length];

    /// <summary>Whether a file is one of some paths, or lies below one.</summary>
    public static bool IsUnder(string file, IEnumerable<string> paths) => paths
        .Select(Path.GetFullPath)
        .Any(p => file == p || file.StartsWith(p.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private static IEnumerable<string> Of(string path, string suffix)
    {
        var full = Path.GetFullPath(path);
        return Directory.Exists(full) ? Directory.EnumerateFiles(full, $"*{suffix}", Everywhere)
            : full.EndsWith(suffix, StringComparison.Ordinal) ? [full]
            : [];
    }
}

namespace SesamTalk.Cli.Output.Checking;

/// <summary>How files are named to those who know the whole repository: from its root, with forward slashes.</summary>
/// <param name="workspace">The folder from which diagnostics name files.</param>
/// <param name="root">The root of the repository.</param>
internal sealed class RepositoryPaths(string workspace, string root)
{
    /// <summary>For a workspace: from the folder above it (or itself) that holds <c>.git</c>; from the workspace where none does.</summary>
    public static RepositoryPaths Of(string workspace) => new(workspace, RootAbove(workspace) ?? workspace);

    /// <summary>The path of a file from the root; absolute where the file lies outside.</summary>
    public string PathOf(string file)
    {
        var full = Path.GetFullPath(file, workspace);
        var relative = Path.GetRelativePath(root, full);
        return (IsOutside(relative) ? full : relative).Replace('\\', '/');
    }

    /// <summary>The same as a reference of a URI.</summary>
    public string UriOf(string file)
    {
        var path = PathOf(file);
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return Path.IsPathRooted(path) ? $"file://{(escaped.StartsWith('/') ? "" : "/")}{escaped}" : escaped;
    }

    private static bool IsOutside(string relative) => Path.IsPathRooted(relative) || relative.Split('/', '\\')[0] == "..";

    // In a second working tree of git, .git is a file.
    private static string? RootAbove(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git")))
            {
                return at;
            }
        }

        return null;
    }
}

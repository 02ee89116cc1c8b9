using System.Collections.Immutable;
using System.Reflection;

namespace SesamTalk.Cli.NewWorkspaces;

/// <summary>
/// The files of a new workspace, as they lie in <c>Files/</c> beside this class, and the schemas that the first lines of theirs name.
/// All are built into the program: a new workspace needs nothing but it.
/// </summary>
internal static class WorkspaceTemplate
{
    private const string Prefix = "new-workspace/";

    /// <summary>The files, in the ordinal order of their paths.</summary>
    public static ImmutableArray<NewFile> Files { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(Read)
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    // The build names what it takes in with the separators of its own machine.
    private static NewFile Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return new NewFile(name[Prefix.Length..].Replace('\\', '/'), reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}

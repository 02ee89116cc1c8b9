using System.Collections.Immutable;
using System.Reflection;
using SesamTalk.Cli.Editors;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Editing;

namespace SesamTalk.Cli.NewWorkspaces;

/// <summary>
/// The files of a new workspace, as they lie in <c>Files/</c> beside this class and are built into the program, with what an editor needs:
/// the schemas that their first lines name, and its settings.
/// </summary>
internal static class WorkspaceTemplate
{
    private const string Prefix = "new-workspace/";

    /// <summary>The files, in the ordinal order of their paths.</summary>
    /// <param name="connectors">The connectors there are: one of them has the schema of definition files.</param>
    public static ImmutableArray<NewFile> Of(IEnumerable<IConnector> connectors) =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(Read)
            .Concat(LanguageSchemas.Of(connectors).Select(schema => new NewFile($"{EditorSettings.Schemas}/{schema.Name}", schema.Text)))
            .Append(new NewFile(EditorSettings.Path, EditorSettings.Text))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    // The build names what it takes in with the separators of its own machine.
    private static NewFile Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return new NewFile(name[Prefix.Length..].Replace('\\', '/'), reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}

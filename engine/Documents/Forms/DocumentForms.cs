using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading;

namespace SesamTalk.Engine.Documents;

/// <summary>Reads the forms of the documents of a workspace.</summary>
internal static class DocumentForms
{
    /// <summary>How the name of such a file ends.</summary>
    public const string Suffix = ".document.yaml";

    /// <summary>The forms, in the ordinal order of their files; of two for one document the first holds.</summary>
    /// <param name="location">The workspace.</param>
    /// <param name="faults">Takes what is wrong in them.</param>
    /// <param name="texts">The files, by the name under which diagnostics show them.</param>
    public static ImmutableArray<DocumentForm> Read(WorkspaceLocation location, ICollection<Diagnostic> faults, out ImmutableDictionary<string, SourceText> texts)
    {
        SourceFiles files = new(location.Folder, faults);
        string folder = Path.GetDirectoryName(location.SystemsFile)!;
        DocumentForm[] forms =
        [
            .. FlowFiles.Below(folder, [], Suffix)
                .Select(path => files.Read(path, FileKind.Document)).Where(root => root is not null).Select(root => DocumentFormReader.Read(root!)),
        ];
        texts = files.Texts;
        return [.. forms.DistinctBy(form => form.Title, StringComparer.Ordinal)];
    }
}

using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Documents;

/// <summary>Reads the forms of the documents of a workspace.</summary>
internal static class DocumentForms
{
    /// <summary>How the name of such a file ends.</summary>
    public const string Suffix = ".document.yaml";

    /// <summary>What the files say, in their ordinal order.</summary>
    /// <param name="location">The workspace.</param>
    /// <param name="faults">Takes what is wrong in them.</param>
    /// <param name="texts">The files, by the name under which diagnostics show them.</param>
    public static ImmutableArray<MappingNode> Roots(WorkspaceLocation location, ICollection<Diagnostic> faults, out ImmutableDictionary<string, SourceText> texts)
    {
        SourceFiles files = new(location.Folder, faults);
        ImmutableArray<MappingNode> roots = Roots(files, FlowFiles.Below(Path.GetDirectoryName(location.SystemsFile)!, [], Suffix));
        texts = files.Texts;
        return roots;
    }

    /// <summary>What files say whose shape is accepted.</summary>
    public static ImmutableArray<MappingNode> Roots(SourceFiles files, IEnumerable<string> paths) =>
        [.. paths.Select(path => files.Read(path, FileKind.Document)).OfType<MappingNode>()];

    /// <summary>The forms; of two for one document the first holds.</summary>
    public static ImmutableArray<DocumentForm> Of(ImmutableArray<MappingNode> roots) =>
        [.. roots.Select(DocumentFormReader.Read).DistinctBy(form => form.Title, StringComparer.Ordinal)];
}

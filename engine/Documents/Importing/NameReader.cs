using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Documents;

/// <summary>Reads the names of systems and entities out of a workspace, and nothing else: its flows may be unfinished, or not there yet.</summary>
public static class NameReader
{
    /// <summary>Reads <c>systems.yaml</c> and the entity descriptions that it names.</summary>
    /// <param name="location">The workspace.</param>
    public static NameReading Read(WorkspaceLocation location)
    {
        List<Diagnostic> faults = [];
        SourceFiles files = new(location.Folder, faults);
        ImmutableArray<SystemDraft> drafts = files.Read(location.SystemsFile, FileKind.Systems) is { } root
            ? SystemsDraftReader.Read(root).Systems
            : [];
        string folder = Path.GetDirectoryName(location.SystemsFile)!;
        KnownSystem[] systems = [.. drafts.Select(d => Known(d, files, folder))];
        return new NameReading(new NameResolution(systems), [.. faults], files.Texts);
    }

    private static KnownSystem Known(SystemDraft draft, SourceFiles files, string folder) =>
        new(draft.Name.Value, [.. draft.Names.Select(n => n.Value)], Entities(draft, files, folder));

    private static ImmutableArray<EntityDescription> Entities(SystemDraft draft, SourceFiles files, string folder) =>
        draft.Entities is { } named
        && files.Read(Path.GetFullPath(Path.Combine(folder, named.Value)), FileKind.Entities, named.Place) is { } root
            ? [.. EntityDraftReader.Read(root).Select(d => d.Description)]
            : [];
}

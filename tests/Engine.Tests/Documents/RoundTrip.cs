using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Yaml;
using Written = SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Tests.Documents;

/// <summary>Takes a document to flow files and back, through the text of the files.</summary>
internal static class RoundTrip
{
    public static (ImportResult Imported, string Written) Of(string text, NameResolution names, DateTime generated)
    {
        ImportResult imported = DocumentImport.Import(text, "document.rst", names);
        return (imported, Written(imported, Flows(imported), Form(imported), names, generated));
    }

    public static string Written(ImportResult imported, ImmutableArray<Written.FlowDraft> flows, DocumentForm? form, NameResolution names, DateTime generated) =>
        DocumentExport.Write(imported.Title!, flows, form, names, generated).Text;

    public static ImmutableArray<Written.FlowDraft> Flows(ImportResult imported) =>
        [.. imported.Files.Select(file => FlowDraftReader.Read(FlowFiles.NameOf(file.Path), Root(file), []))];

    public static DocumentForm Form(ImportResult imported) => DocumentFormReader.Read(Root(imported.Form!));

    /// <summary>The document, in the style in which it was printed, without the sections that are there twice.</summary>
    public static string WithoutRepeats(string text, ImportResult imported, DocumentStyle style) =>
        imported.Repeated.IsEmpty ? text : new DataFlowDocumentWriter(style).Write(Kept(text, imported));

    /// <summary>The document without the sections that are there twice.</summary>
    public static DataFlowDocument Kept(string text, ImportResult imported)
    {
        DataFlowDocument document = DocumentReader.Read(text, "document.rst").Document!;
        return document with { Sections = [.. document.Sections.Where(section => imported.Repeated.All(repeated => repeated.Line != section.Line))] };
    }

    /// <summary>All that a flow says and a document can, but its name and what the entities are called.</summary>
    public static string Said(SayableFlow flow) =>
        $"{flow.Source}|{flow.Target}|{flow.Opening}|{flow.Words}|{string.Join(',', flow.OnReference)}|{string.Join(',', flow.Rules)}\n{string.Join('\n', flow.Rows)}";

    private static MappingNode Root(ImportedFile file)
    {
        List<Diagnostic> faults = [];
        MappingNode? root = YamlReader.Read(new SourceText(file.Path, file.Content), faults) as MappingNode;
        return root ?? throw new InvalidOperationException($"{file.Path} is no YAML: {string.Join(", ", faults.Select(f => f.Message))}\n{file.Content}");
    }
}

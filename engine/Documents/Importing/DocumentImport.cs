using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>Makes flow files of data-flow documents.</summary>
public static class DocumentImport
{
    /// <summary>Imports one document. Nothing is read from disk and nothing is written; documents can be imported at the same time.</summary>
    /// <param name="text">The document.</param>
    /// <param name="fileName">Its name, as a person is to see it.</param>
    /// <param name="names">The systems that are known.</param>
    /// <returns>The flow files and what is to be said about them, or what does not keep to the grammar.</returns>
    public static ImportResult Import(string text, string fileName, NameResolution names)
    {
        ReadDocument read = DocumentReader.Read(text, fileName);
        return read.Document is { } document
            ? Import(document, fileName, names)
            : new ImportResult(fileName, null) { Diagnostics = read.Faults };
    }

    private static ImportResult Import(DataFlowDocument document, string fileName, NameResolution names)
    {
        ImportNotes notes = new();
        FlowDrafting drafting = new(document, names, notes);
        ImmutableArray<ImportedFile>.Builder files = ImmutableArray.CreateBuilder<ImportedFile>();
        ImmutableArray<RepeatedSection>.Builder repeated = ImmutableArray.CreateBuilder<RepeatedSection>();
        AddSections(document, drafting, notes, files, repeated);
        return new ImportResult(fileName, document.Title)
        {
            Files = files.ToImmutable(),
            Repeated = repeated.ToImmutable(),
            Notes = [.. notes.Notes],
            Kept = [.. notes.Kept],
            Additions = [.. drafting.Additions],
        };
    }

    private static void AddSections(
        DataFlowDocument document,
        FlowDrafting drafting,
        ImportNotes notes,
        ImmutableArray<ImportedFile>.Builder files,
        ImmutableArray<RepeatedSection>.Builder repeated)
    {
        if (document.Sections.IsEmpty)
            notes.NoSections();
        SectionNames sectionNames = new();
        string folder = Slug.Of(document.Title, "document");
        foreach (DocumentSection section in document.Sections)
        {
            if (sectionNames.Name(section, out DocumentSection first) is { } name)
                files.Add(new ImportedFile($"{folder}/{name}.flow.yaml", Write(section, first, name, drafting, notes)));
            else
                repeated.Add(new RepeatedSection(section.Line, section.Heading, first.Line));
        }
    }

    private static string Write(DocumentSection section, DocumentSection first, string name, FlowDrafting drafting, ImportNotes notes)
    {
        if (first.Line != section.Line)
            notes.SecondMeaning(section.Line, section.Heading, first.Line, name);
        return FlowFileWriter.Write(drafting.Draft(section, name));
    }
}

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
            ? Import(document, text, fileName, names)
            : new ImportResult(fileName, null) { Diagnostics = read.Faults };
    }

    private static ImportResult Import(DataFlowDocument document, string text, string fileName, NameResolution names)
    {
        ImportNotes notes = new();
        FlowDrafting drafting = new(document, names, notes);
        DocumentLayout layout = LayoutReader.Read(text);
        if (OtherLine(DocumentWriter.Write(document, layout), text) is { } line)
            notes.OtherLayout(line);
        SectionImport sections = new(document, drafting, notes, names);
        foreach (DocumentSection section in document.Sections)
            sections.Add(section);
        if (document.Sections.IsEmpty)
            notes.NoSections();
        return new ImportResult(fileName, document.Title)
        {
            Files = [.. sections.Files],
            Form = new ImportedFile($"{sections.Folder}/{sections.Folder}{DocumentForms.Suffix}", DocumentFormText.Of(new DocumentForm(document.Title, [.. sections.Forms]) { Layout = layout })),
            Repeated = [.. sections.Repeated],
            Notes = [.. notes.Notes],
            Kept = [.. notes.Kept],
            Additions = [.. drafting.Additions],
        };
    }

    // The first line, from 1, that would be written otherwise.
    private static int? OtherLine(string written, string text) =>
        written == text ? null : text.AsSpan(0, written.AsSpan().CommonPrefixLength(text)).Count('\n') + 1;
}

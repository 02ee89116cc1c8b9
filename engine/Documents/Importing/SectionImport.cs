namespace SesamTalk.Engine.Documents;

/// <summary>Makes flow files of the sections of a document, one after the other.</summary>
internal sealed class SectionImport(DataFlowDocument document, FlowDrafting drafting, ImportNotes notes, NameResolution names)
{
    private readonly SectionNames _names = new();
    private readonly FlowSections _expected = new(new DocumentTitle(document.Source, document.Target), names);

    /// <summary>The folder of the document.</summary>
    public string Folder { get; } = Slug.Of(document.Title, "document");

    /// <summary>The flow files.</summary>
    public List<ImportedFile> Files { get; } = [];

    /// <summary>How the sections put what the flows say.</summary>
    public List<SectionForm> Forms { get; } = [];

    /// <summary>The sections that were there already.</summary>
    public List<RepeatedSection> Repeated { get; } = [];

    /// <summary>Takes the next section.</summary>
    public void Add(DocumentSection section)
    {
        if (_names.Name(section, out DocumentSection first) is not { } name)
        {
            Repeated.Add(new RepeatedSection(section.Line, section.Heading, first.Line));
            return;
        }
        if (first.Line != section.Line)
            notes.SecondMeaning(section.Line, section.Heading, first.Line, name);
        FlowDraft draft = drafting.Draft(section, name);
        Files.Add(new ImportedFile($"{Folder}/{name}.flow.yaml", FlowFileWriter.Write(draft)));
        SayableFlow flow = ImportedSaying.Of(draft, section);
        Forms.Add(SectionForms.Of(section, flow, _expected.Of(flow, null)));
    }
}

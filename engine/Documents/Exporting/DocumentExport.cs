using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading.Yaml;
using Written = SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Documents;

/// <summary>Writes the data-flow documents of a workspace: what an import of them would make flows of.</summary>
public static class DocumentExport
{
    /// <summary>Writes documents. Nothing is written to disk.</summary>
    /// <param name="location">The workspace.</param>
    /// <param name="reading">Its flows; flows with errors have their sections too, as long as their shape was accepted.</param>
    /// <param name="flows">The names of the flows that are wanted; <see langword="null"/> for all, with the documents that have none.</param>
    /// <param name="generated">The time to be told as that of the document.</param>
    public static ExportResult Write(WorkspaceLocation location, FlowSetReading reading, IReadOnlySet<string>? flows, DateTimeOffset generated)
    {
        List<Diagnostic> faults = [];
        ImmutableArray<MappingNode> roots = DocumentForms.Roots(location, faults, out ImmutableDictionary<string, SourceText> texts);
        if (faults.Count > 0 || reading.View is not { } view)
            return new ExportResult([], [.. faults], texts);
        ImmutableArray<DocumentForm> forms = DocumentForms.Of(roots);
        NameResolution names = DocumentTitles.Names(view);
        Written.FlowDraft[] wanted = [.. view.Flows.Select(flow => flow.Draft).Where(flow => flows?.Contains(flow.Name) ?? true)];
        var byTitle = wanted.ToLookup(flow => DocumentTitles.Of(flow, names), StringComparer.Ordinal);
        IEnumerable<string> titles = byTitle.Select(group => group.Key).Union(flows is null ? forms.Select(form => form.Title) : [], StringComparer.Ordinal);
        return new ExportResult(
            [.. NamedApart(titles.Order(StringComparer.Ordinal).Select(title => Write(title, [.. byTitle[title]], forms.FirstOrDefault(form => form.Title == title), names, generated.UtcDateTime)))],
            [],
            texts)
        {
            Unused = [.. DocumentFormCheck.Of(roots, view)],
        };
    }

    /// <summary>The document of some flows.</summary>
    internal static ExportedDocument Write(string title, ImmutableArray<Written.FlowDraft> flows, DocumentForm? form, NameResolution names, DateTime generated)
    {
        DocumentTitle parts = DocumentTitle.Read(title) ?? new DocumentTitle(title.ReplaceLineEndings(" ").Trim(), "");
        FlowSections sections = new(parts, names);
        Dictionary<string, SectionForm> forms = (form?.Sections ?? []).DistinctBy(section => section.Flow).ToDictionary(section => section.Flow, StringComparer.Ordinal);
        ImmutableArray<Written.FlowDraft> ordered = Ordered(flows, form);
        DataFlowDocument document = new(parts.Source, parts.Target, generated, [.. ordered.Select(flow => sections.Of(WrittenSaying.Of(flow), forms.GetValueOrDefault(flow.Name)))]);
        return new ExportedDocument(title, Slug.Of(title, "document"), DocumentWriter.Write(document, form?.Layout ?? DocumentLayout.Usual))
        {
            Flows = [.. ordered.Select(flow => flow.Name)],
            Notes = [.. ordered.Select(flow => new ExportNote(flow.Name, [.. Unsaid.Of(flow)])).Where(note => !note.Unsaid.IsEmpty)],
        };
    }

    // Titles that differ in case or signs only would be one file.
    private static IEnumerable<ExportedDocument> NamedApart(IEnumerable<ExportedDocument> documents)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (ExportedDocument document in documents)
        {
            string name = document.Name;
            for (int number = 2; !taken.Add(name); number++)
                name = string.Create(CultureInfo.InvariantCulture, $"{document.Name}-{number}");
            yield return document with { Name = name };
        }
    }

    // As the form has them; what it does not know follows by name.
    private static ImmutableArray<Written.FlowDraft> Ordered(ImmutableArray<Written.FlowDraft> flows, DocumentForm? form)
    {
        string[] known = [.. (form?.Sections ?? []).Select(section => section.Flow)];
        int Place(Written.FlowDraft flow) => Array.IndexOf(known, flow.Name) is var at and >= 0 ? at : known.Length;
        return [.. flows.OrderBy(Place).ThenBy(flow => flow.Name, StringComparer.Ordinal)];
    }
}

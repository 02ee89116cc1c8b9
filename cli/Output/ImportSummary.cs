using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Cli.Imports;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Cli.Output;

/// <summary>What came of importing documents.</summary>
/// <param name="Documents">The documents.</param>
/// <param name="Folder">Where the flow files are, as a person sees it.</param>
internal sealed record ImportSummary(ImmutableArray<WrittenDocument> Documents, string Folder) : IReport
{
    /// <summary>Whether every document was understood and every flow file is there as imported.</summary>
    public bool IsWhole => Documents.All(document => document.Document.Result.Diagnostics.IsEmpty) && Documents.All(document => document.All.All(file => file.Fate != FileFate.Kept));

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        foreach (var written in Documents)
        {
            var document = written.Document;
            page.Line(ImportReport.Render(document.Result).TrimEnd('\n'));
            foreach (var file in written.All.Where(file => file.Fate == FileFate.Kept))
            {
                page.Line($"  not written: {Folder}/{file.Path} says something else; --force replaces it");
            }

            page.Line();
            DiagnosticForm.Write(page, document.Result.Diagnostics, diagnostic => DiagnosticText.Render(diagnostic, document.Source));
        }

        page.Line(Total());
        if (Documents.Any(document => !document.Files.IsEmpty))
        {
            page.Line("Next: 'sesamtalk validate' tells what the flows still need.");
        }
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("folder", Folder);
        json.WriteList("documents", Documents, document => Write(json, document));
    }

    private static void Write(Utf8JsonWriter json, WrittenDocument document)
    {
        var result = document.Document.Result;
        json.WriteString("document", result.Document);
        json.WriteString("title", result.Title?.Trim());
        json.WriteList("files", document.All, file =>
        {
            json.WriteString("path", file.Path);
            json.WriteString("fate", file.Fate.ToString().ToLowerInvariant());
        });
        json.WriteList("repeated", result.Repeated, repeated =>
        {
            json.WriteNumber("line", repeated.Line);
            json.WriteString("heading", repeated.Heading);
            json.WriteNumber("first_line", repeated.FirstLine);
        });
        WriteNotes(json, "notes", result.Notes);
        WriteNotes(json, "kept", result.Kept);
        json.WriteList("additions", result.Additions, addition =>
        {
            json.WriteString("system", addition.System);
            json.WriteTexts("names", addition.Names);
        });
        DiagnosticForm.Write(json, result.Diagnostics);
    }

    private static void WriteNotes(Utf8JsonWriter json, string name, ImmutableArray<ImportNote> notes) => json.WriteList(name, notes, note =>
    {
        json.WriteNumber("line", note.Line);
        json.WriteString("message", note.Message);
    });

    private string Total()
    {
        var faulty = Documents.Count(document => !document.Document.Result.Diagnostics.IsEmpty);
        string[] parts =
        [
            $"{Count.Of(CountOf(FileFate.Written), "flow file")} written {(Folder == "." ? "here" : $"to {Folder}")}",
            .. Part(CountOf(FileFate.Same), "there already"),
            .. Part(CountOf(FileFate.Kept), "not replaced"),
            .. Part(faulty, faulty == 1 ? "document with faults" : "documents with faults"),
        ];
        return $"{Count.Of(Documents.Length, "document")}: {string.Join(", ", parts)}.";
    }

    private static IEnumerable<string> Part(int count, string words) => count == 0 ? [] : [$"{Count.Of(count)} {words}"];

    private int CountOf(FileFate fate) => Documents.Sum(document => document.Files.Count(file => file.Fate == fate));
}

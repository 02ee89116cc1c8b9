using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Cli.Files;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Cli.Books;

/// <summary>Data-flow documents that were written to a folder.</summary>
/// <param name="Folder">The folder, as a person sees it.</param>
/// <param name="Documents">The documents.</param>
/// <param name="Book">What they tell, for the other forms that are asked for.</param>
internal sealed record DocumentFolder(string Folder, ImmutableArray<ExportedDocument> Documents, BookReport Book) : IFormedReport
{
    private const string Ending = ".rst";

    /// <summary>Writes each document to a file of its own. What stands there is replaced: it was made of flows as well.</summary>
    /// <exception cref="StoppedException">The folder cannot be written to.</exception>
    public static DocumentFolder Write(Call call, string folder, ImmutableArray<ExportedDocument> documents, BookReport book)
    {
        var path = call.PathOf(folder);
        foreach (var document in documents)
        {
            LocalFiles.Write(call, Path.Combine(path, document.Name + Ending), file => FileReplacement.Write(file, document.Text));
        }

        return new DocumentFolder(folder.Replace('\\', '/').TrimEnd('/'), documents, book);
    }

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        foreach (var document in Documents)
        {
            page.Line($"{PathOf(document)}: {document.Title.Trim()}, {Count.Of(document.Flows.Length, "section")}");
        }
    }

    /// <inheritdoc/>
    public void Write(string form, TextWriter writer)
    {
        if (form == BookReport.Rst)
        {
            Write(new TextPage(writer, Surroundings.Unbounded, colours: false));
        }
        else
        {
            Book.Write(form, writer);
        }
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json) => json.WriteList("documents", Documents, document =>
    {
        json.WriteString("title", document.Title);
        json.WriteString("file", PathOf(document));
        json.WriteTexts("flows", document.Flows);
    });

    private string PathOf(ExportedDocument document) => $"{Folder}/{document.Name}{Ending}";
}

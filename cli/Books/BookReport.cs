using System.Text.Json;
using SesamTalk.Cli.Output;

namespace SesamTalk.Cli.Books;

/// <summary>What a set of flows does, in the forms of <c>docs</c>.</summary>
/// <param name="Book">The book.</param>
internal sealed record BookReport(Book Book) : IFormedReport
{
    public const string Rst = "rst";
    public const string Markdown = "md";
    public const string Html = "html";

    /// <inheritdoc/>
    public void Write(string form, TextWriter writer)
    {
        switch (form)
        {
            case Markdown: MarkdownBook.Write(Book, writer); break;
            case Html: HtmlBook.Write(Book, writer); break;
            default: writer.Write(string.Concat(Book.Chapters.Select(chapter => chapter.Document.Text))); break;
        }
    }

    /// <inheritdoc/>
    public void Write(TextPage page) => page.Line(string.Concat(Book.Chapters.Select(chapter => chapter.Document.Text)));

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteTime("generated", Book.Generated);
        json.WriteList("documents", Book.Chapters, chapter =>
        {
            json.WriteString("title", chapter.Document.Title);
            json.WriteString("name", chapter.Document.Name);
            json.WriteList("flows", chapter.Flows, flow => PortraitForm.Write(json, flow));
            json.WriteList("not_in_rst", chapter.Document.Notes, note =>
            {
                json.WriteString("flow", note.Flow);
                json.WriteTexts("what", note.Unsaid);
            });
        });
        json.WriteList("systems", Book.Systems, system => Write(json, system));
    }

    private static void Write(Utf8JsonWriter json, BookSystem system)
    {
        json.WriteString("name", system.Name);
        json.WriteTexts("names", system.Names);
        json.WriteString("connector", system.Connector);
        json.WriteList("entities", system.Entities, entity =>
        {
            json.WriteString("name", entity.Side.Entity);
            json.WriteBoolean("known", entity.Side.IsKnown);
            json.WriteString("key", entity.Side.Key);
            json.WriteBoolean("can_create", entity.Side.CanCreate);
            json.WriteBoolean("can_update", entity.Side.CanUpdate);
            json.WriteBoolean("can_delete", entity.Side.CanDelete);
            json.WriteTexts("flows", entity.Flows);
        });
    }
}

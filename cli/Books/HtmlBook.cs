using System.Globalization;
using System.Net;
using SesamTalk.Engine.Portraits;

namespace SesamTalk.Cli.Books;

/// <summary>A book as one page of HTML that needs nothing beside itself, with boxes to tick, made to be printed.</summary>
internal sealed class HtmlBook
{
    private const string Box = "<td class=\"box\"><input type=\"checkbox\"></td>";
    private const string NoBox = "<td class=\"box\">\u2013</td>";

    private readonly TextWriter _writer;

    private HtmlBook(TextWriter writer) => _writer = writer;

    /// <summary>Writes a book.</summary>
    public static void Write(Book book, TextWriter writer) => new HtmlBook(writer).Write(book);

    private void Write(Book book)
    {
        Lines("<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">");
        Lines("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", $"<title>{BookWords.Title}</title>", "<style>", HtmlStyle.Text, "</style>", "</head>", "<body>");
        Lines($"<h1>{BookWords.Title}</h1>", $"<p>{BookWords.Introduction}</p>");
        Lines(string.Create(CultureInfo.InvariantCulture, $"<p class=\"small\">Generated: {book.Generated.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC</p>"), $"<p>{BookWords.Tested}</p>");
        WriteContents(book);
        foreach (var chapter in book.Chapters)
        {
            Lines($"<h2 id=\"{Text(chapter.Document.Name)}\">{Text(chapter.Document.Title.Trim())}</h2>");
            foreach (var flow in chapter.Flows)
            {
                Write(flow);
            }
        }

        WriteSystems(book);
        Lines("</body>", "</html>");
    }

    private void WriteContents(Book book)
    {
        Lines("<nav>", "<ul>");
        foreach (var chapter in book.Chapters)
        {
            Lines($"<li><a href=\"#{Text(chapter.Document.Name)}\">{Text(chapter.Document.Title.Trim())}</a>", "<ul>");
            Lines([.. chapter.Flows.Select(flow => $"<li><a href=\"#flow-{Text(flow.Name)}\">{Text(flow.Source.ToString())} to {Text(flow.Target.ToString())}</a></li>")]);
            Lines("</ul></li>");
        }

        Lines($"<li><a href=\"#systems\">{BookWords.SystemsTitle}</a></li>", "</ul>", "</nav>");
    }

    private void Write(FlowPortrait flow)
    {
        Lines("<section>", $"<h3 id=\"flow-{Text(flow.Name)}\">{Text(flow.Source.ToString())} to {Text(flow.Target.ToString())}</h3>", $"<p class=\"small\">Flow <code>{Text(flow.Name)}</code></p>");
        if (flow.Description is { } description)
        {
            Lines($"<p>{Text(description)}</p>");
        }

        Lines("<ul class=\"checks\">");
        Lines([.. BookWords.Checks(flow).Select(check => $"<li><label><input type=\"checkbox\"> {Text(check)}</label></li>")]);
        Lines("</ul>");
        WriteRows(flow);
        if (!flow.Unwritable.IsEmpty)
        {
            Lines("<h4>Cannot be written</h4>", "<ul>");
            Lines([.. flow.Unwritable.Select(it => $"<li><code>{Text(it.What)}</code>: {Text(it.Why)}</li>")]);
            Lines("</ul>");
        }

        Lines("</section>");
    }

    private void WriteRows(FlowPortrait flow)
    {
        if (flow.Rows.IsEmpty)
        {
            Lines($"<p>{BookWords.NoRows}</p>");
            return;
        }

        Head("source", "to target", "to source", "target", "type", "conversion", "law", "remarks");
        foreach (var row in BookWords.Rows(flow))
        {
            Lines($"<tr><td><code>{Path(row.Source)}</code></td>{(row.RunsThere ? Box : NoBox)}{(row.RunsBack ? Box : NoBox)}<td><code>{Path(row.Target)}</code></td>"
                + $"<td>{Text(row.Row.Type)}</td><td>{(row.Row.Conversions.Length == 0 ? string.Empty : $"<code>{Text(row.Row.Conversions)}</code>")}</td><td>{Text(row.Loss)}</td><td>{Text(row.Remarks)}</td></tr>");
        }

        Lines("</tbody>", "</table>");
    }

    private void WriteSystems(Book book)
    {
        Lines($"<h2 id=\"systems\">{BookWords.SystemsTitle}</h2>");
        Head("system", "called in documents", "entity", "key", "records may be", "flows");
        foreach (var system in book.Systems)
        {
            foreach (var entity in system.Entities)
            {
                var flows = string.Join(", ", entity.Flows.Select(flow => $"<a href=\"#flow-{Text(flow)}\">{Text(flow)}</a>"));
                Lines($"<tr><td>{Text(system.Name)}</td><td>{Text(string.Join(", ", system.Names))}</td><td><code>{Text(entity.Side.Entity)}</code></td>"
                    + $"<td><code>{Text(entity.Side.Key ?? string.Empty)}</code></td><td>{BookWords.Rights(entity.Side)}</td><td>{flows}</td></tr>");
            }
        }

        Lines("</tbody>", "</table>");
    }

    private void Head(params string[] titles) =>
        Lines("<table>", $"<thead><tr>{string.Concat(titles.Select(title => $"<th>{title}</th>"))}</tr></thead>", "<tbody>");

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    // Long paths may break behind a dot.
    private static string Path(string path) => Text(path).Replace(".", ".<wbr>", StringComparison.Ordinal);

    private void Lines(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            _writer.Write(line + "\n");
        }
    }
}

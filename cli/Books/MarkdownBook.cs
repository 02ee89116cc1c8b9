using System.Globalization;
using SesamTalk.Engine.Portraits;

namespace SesamTalk.Cli.Books;

/// <summary>A book as Markdown, with boxes to tick.</summary>
internal sealed class MarkdownBook
{
    private const string Box = "\u2610";
    private const string NoBox = "\u2013";

    private readonly TextWriter _writer;

    private MarkdownBook(TextWriter writer) => _writer = writer;

    /// <summary>Writes a book.</summary>
    public static void Write(Book book, TextWriter writer) => new MarkdownBook(writer).Write(book);

    private void Write(Book book)
    {
        Lines($"# {BookWords.Title}", "", BookWords.Introduction, "");
        Lines(string.Create(CultureInfo.InvariantCulture, $"Generated: {book.Generated.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"), "", BookWords.Tested);
        foreach (var chapter in book.Chapters)
        {
            Lines("", $"## {Text(chapter.Document.Title.Trim())}");
            foreach (var flow in chapter.Flows)
            {
                Write(flow);
            }
        }

        WriteSystems(book);
    }

    private void Write(FlowPortrait flow)
    {
        Lines("", $"### {Text(flow.Source.ToString())} to {Text(flow.Target.ToString())}", "", $"Flow `{flow.Name}`", "");
        if (flow.Description is { } description)
        {
            Lines(Text(description), "");
        }

        foreach (var check in BookWords.Checks(flow))
        {
            Lines($"- [ ] {Text(check)}");
        }

        Lines("");
        WriteRows(flow);
        if (!flow.Unwritable.IsEmpty)
        {
            Lines("", "Cannot be written:", "");
            foreach (var (what, why) in flow.Unwritable)
            {
                Lines($"- `{what}`: {Text(why)}");
            }
        }
    }

    private void WriteRows(FlowPortrait flow)
    {
        if (flow.Rows.IsEmpty)
        {
            Lines(BookWords.NoRows);
            return;
        }

        Table("source", "to target", "to source", "target", "type", "conversion", "law", "remarks");
        foreach (var row in BookWords.Rows(flow))
        {
            Row(Code(row.Source), row.RunsThere ? Box : NoBox, row.RunsBack ? Box : NoBox, Code(row.Target), row.Row.Type, Code(row.Row.Conversions), Cell(row.Loss), Cell(row.Remarks));
        }
    }

    private void WriteSystems(Book book)
    {
        Lines("", $"## {BookWords.SystemsTitle}", "");
        Table("system", "called in documents", "entity", "key", "records may be", "flows");
        foreach (var system in book.Systems)
        {
            foreach (var entity in system.Entities)
            {
                Row(Cell(system.Name), Cell(string.Join(", ", system.Names)), Code(entity.Side.Entity), Code(entity.Side.Key ?? string.Empty), BookWords.Rights(entity.Side), string.Join(", ", entity.Flows.Select(Code)));
            }
        }
    }

    private void Table(params string[] titles)
    {
        Row(titles);
        Lines($"|{string.Concat(titles.Select(_ => "---|"))}");
    }

    private void Row(params string[] cells) => Lines($"| {string.Join(" | ", cells)} |");

    // A bar ends a cell, also within code.
    private static string Code(string text) => text.Length == 0 ? string.Empty : text.Contains('`', StringComparison.Ordinal) ? Cell(text) : $"`{OneLine(text).Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Cell(string text) => Text(text).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Text(string text) =>
        string.Concat(OneLine(text).Select(c => c is '\\' or '`' or '*' or '_' or '~' or '<' or '>' or '[' or ']' or '#' or '&' ? $"\\{c}" : c.ToString()));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    private void Lines(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            _writer.Write(line + "\n");
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Formatting;
using SesamTalk.Engine.Formatting.Layouts;
using SesamTalk.Engine.Formatting.Ordering;
using static SesamTalk.Engine.Formatting.Layouts.NewLayout;

namespace SesamTalk.Engine.Documents;

/// <summary>Writes the form of a document as a file, in the canonical layout.</summary>
internal static class DocumentFormText
{
    private static readonly ImmutableArray<Comment> Head =
    [
        Comment("yaml-language-server: $schema=../../schemas/document.schema.json"),
        Comment("How the data-flow document puts what the flows beside this file say: 'sesamtalk docs --format rst' reads it, and no run does."),
    ];

    /// <summary>The file, with line feeds.</summary>
    public static string Of(DocumentForm form) => CanonicalText.Of(Block(Parts(form)), KeySchemas.Of(FileKind.Document));

    private static IEnumerable<LayoutEntry> Parts(DocumentForm form)
    {
        yield return Entry("version", Typed("1")) with { Before = Head };
        yield return Entry("document", form.Title);
        LayoutEntry[] layout = [.. Layout(form.Layout)];
        if (layout.Length > 0)
            yield return Entry("layout", Braces(layout));
        yield return Entry("sections", List(form.Sections.Select(section => Item(Block(Parts(section))))));
    }

    private static IEnumerable<LayoutEntry> Layout(DocumentLayout layout)
    {
        if (layout.HasCarriageReturns)
            yield return Entry("carriage_returns", Typed("true"));
        if (layout.HasMark)
            yield return Entry("byte_order_mark", Typed("true"));
        if (layout.HasStop)
            yield return Entry("stop", Typed("true"));
        if (layout.CountsLetters)
            yield return Entry("counts_letters", Typed("true"));
        if (layout.TypeHead != DocumentLayout.Usual.TypeHead)
            yield return Entry("type_head", layout.TypeHead);
        if (layout.TypeCell != DocumentLayout.Usual.TypeCell)
            yield return Entry("type_cell", layout.TypeCell);
        if (layout.HasTightBlanks)
            yield return Entry("tight_blanks", Typed("true"));
        if (layout.LineEndsAtEnd != DocumentLayout.Usual.LineEndsAtEnd)
            yield return Entry("line_ends_at_end", Typed(layout.LineEndsAtEnd.ToString(CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<LayoutEntry> Parts(SectionForm section)
    {
        yield return Entry("flow", section.Flow);
        yield return Entry("heading", Brackets(section.Source, section.Target));
        yield return Entry("target_system", section.System);
        if (section.MatchSentences is { } sentences)
            yield return Entry("match_sentences", Typed(sentences ? "true" : "false"));
        if (!section.Connected.IsEmpty)
            yield return Entry("connected", Brackets(section.Connected));
        if (section.Into is { } into)
            yield return Entry("into", into);
        if (section.Merge is { } merge)
            yield return Entry("merge", List(merge.Select(row => Item(Brackets(row.Source, row.Target)))));
        if (!section.Rows.IsEmpty)
            yield return Entry("rows", List(section.Rows.Select(row => Item(Braces(Entry("says", Cells(row.Says)), Entry("writes", Cells(row.Writes)))))));
    }

    private static LayoutCollection Cells(SayableRow row) => Brackets(row.Source, row.Target, row.DataType);
}

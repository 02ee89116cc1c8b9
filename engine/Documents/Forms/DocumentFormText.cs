using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Formatting;
using SesamTalk.Engine.Formatting.Ordering;

namespace SesamTalk.Engine.Documents;

/// <summary>Writes the form of a document as a file, in the canonical layout.</summary>
internal static class DocumentFormText
{
    private const string Head =
        """
        # yaml-language-server: $schema=../../schemas/document.schema.json
        # How the data-flow document puts what the flows beside this file say: 'sesamtalk docs --format rst' reads it, and no run does.
        version: 1

        """;

    /// <summary>The file, with line feeds.</summary>
    public static string Of(DocumentForm form)
    {
        StringBuilder text = new(Head.ReplaceLineEndings("\n"));
        Line(text, $"document: {YamlText.Scalar(form.Title)}");
        string[] layout = [.. Layout(form.Layout)];
        if (layout.Length > 0)
            Line(text, $"layout: {{ {string.Join(", ", layout)} }}");
        Line(text, form.Sections.IsEmpty ? "sections: []" : "sections:");
        foreach (SectionForm section in form.Sections)
            Write(text, section);
        return CanonicalText.Of(text.ToString(), KeySchemas.Of(FileKind.Document));
    }

    private static IEnumerable<string> Layout(DocumentLayout layout)
    {
        if (layout.HasCarriageReturns)
            yield return "carriage_returns: true";
        if (layout.HasMark)
            yield return "byte_order_mark: true";
        if (layout.HasStop)
            yield return "stop: true";
        if (layout.CountsLetters)
            yield return "counts_letters: true";
        if (layout.TypeHead != DocumentLayout.Usual.TypeHead)
            yield return $"type_head: {YamlText.Scalar(layout.TypeHead)}";
        if (layout.TypeCell != DocumentLayout.Usual.TypeCell)
            yield return $"type_cell: {YamlText.Scalar(layout.TypeCell)}";
        if (layout.HasTightBlanks)
            yield return "tight_blanks: true";
        if (layout.LineEndsAtEnd != DocumentLayout.Usual.LineEndsAtEnd)
            yield return string.Create(CultureInfo.InvariantCulture, $"line_ends_at_end: {layout.LineEndsAtEnd}");
    }

    private static void Write(StringBuilder text, SectionForm section)
    {
        Line(text, $"  - flow: {section.Flow}");
        Line(text, $"    heading: {List(section.Source, section.Target)}");
        Line(text, $"    target_system: {YamlText.Scalar(section.System)}");
        if (section.MatchSentences is { } sentences)
            Line(text, $"    match_sentences: {(sentences ? "true" : "false")}");
        if (!section.Connected.IsEmpty)
            Line(text, $"    connected: {List([.. section.Connected])}");
        if (section.Into is { } into)
            Line(text, $"    into: {YamlText.Scalar(into)}");
        if (section.Merge is { } merge)
            Items(text, "merge", [.. merge.Select(row => List(row.Source, row.Target))]);
        if (!section.Rows.IsEmpty)
            Items(text, "rows", [.. section.Rows.Select(row => $"{{ says: {List(row.Says)}, writes: {List(row.Writes)} }}")]);
    }

    private static void Items(StringBuilder text, string key, ImmutableArray<string> items)
    {
        Line(text, items.IsEmpty ? $"    {key}: []" : $"    {key}:");
        foreach (string item in items)
            Line(text, $"      - {item}");
    }

    private static string List(SayableRow row) => List(row.Source, row.Target, row.DataType);

    private static string List(params string[] texts) => $"[{string.Join(", ", texts.Select(YamlText.Scalar))}]";

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}

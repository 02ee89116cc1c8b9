using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Documents;

/// <summary>Reads the form of a document out of a file whose shape was accepted.</summary>
internal static class DocumentFormReader
{
    /// <summary>The form.</summary>
    public static DocumentForm Read(MappingNode root) => new(root.MandatoryText("document").Value, [.. root.Items("sections").OfType<MappingNode>().Select(Section)])
    {
        Layout = root.Mapping("layout") is { } layout ? Layout(layout) : DocumentLayout.Usual,
    };

    private static DocumentLayout Layout(MappingNode layout) => new()
    {
        HasCarriageReturns = layout.IsTrue("carriage_returns"),
        HasMark = layout.IsTrue("byte_order_mark"),
        HasStop = layout.IsTrue("stop"),
        CountsLetters = layout.IsTrue("counts_letters"),
        TypeHead = layout.Text("type_head")?.Value ?? DocumentLayout.Usual.TypeHead,
        TypeCell = layout.Text("type_cell")?.Value ?? DocumentLayout.Usual.TypeCell,
        HasTightBlanks = layout.IsTrue("tight_blanks"),
        LineEndsAtEnd = layout.Number("line_ends_at_end") ?? DocumentLayout.Usual.LineEndsAtEnd,
    };

    private static SectionForm Section(MappingNode section)
    {
        string[] heading = Texts(section["heading"]);
        return new SectionForm(section.MandatoryText("flow").Value, heading[0], heading[1], section.MandatoryText("target_system").Value)
        {
            MatchSentences = section["match_sentences"] is null ? null : section.IsTrue("match_sentences"),
            Connected = [.. Texts(section["connected"])],
            Into = section.Text("into")?.Value,
            Merge = section["merge"] is ListNode merge ? [.. merge.Items.Select(Texts).Select(cells => (cells[0], cells[1]))] : null,
            Rows = [.. section.Items("rows").OfType<MappingNode>().Select(row => new RowForm(Row(row["says"]), Row(row["writes"])))],
        };
    }

    private static SayableRow Row(SourceNode? node)
    {
        string[] cells = Texts(node);
        return new SayableRow(cells[0], cells[1], cells[2]);
    }

    private static string[] Texts(SourceNode? node) => node is ListNode list ? [.. list.Items.OfType<ScalarNode>().Select(item => item.Text)] : [];
}

using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Tests.Language;

internal sealed class YamlReaderTests
{
    [TestCase("NO", "Text")]
    [TestCase("yes", "Text")]
    [TestCase("True", "Text")]
    [TestCase("~", "Text")]
    [TestCase("010", "Text")]
    [TestCase("+1", "Text")]
    [TestCase("1e5", "Text")]
    [TestCase("1_000", "Text")]
    [TestCase(".5", "Text")]
    [TestCase("0x1F", "Text")]
    [TestCase("2024-01-31", "Text")]
    [TestCase("12:30:45", "Text")]
    [TestCase("99999999999999999999", "Text")]
    [TestCase("'12'", "Text")]
    [TestCase("\"true\"", "Text")]
    [TestCase("true", "Boolean")]
    [TestCase("false", "Boolean")]
    [TestCase("null", "Null")]
    [TestCase("", "Null")]
    [TestCase("0", "Integer")]
    [TestCase("-12", "Integer")]
    [TestCase("12.50", "Number")]
    public void Only_true_false_plain_numbers_and_null_are_typed(string written, string kind) =>
        ((ScalarNode)Read($"key: {written}\n")["key"]!).Kind.ToString().Should().Be(kind);

    [Test]
    public void A_text_keeps_its_characters() => ((ScalarNode)Read("key: 010\n")["key"]!).Text.Should().Be("010");

    [Test]
    public void A_block_ends_with_its_last_child_and_not_with_the_next_key()
    {
        var place = Read("source:\n  system: erp\n  entity: Order\n\n# about the target\ntarget: x\n")["source"]!.Place;

        place.Should().Be(new Place("a.yaml", 2, 3, 3, 16));
    }

    [Test]
    public void A_mapping_in_braces_ends_behind_the_brace() =>
        Read("source: { system: erp }  # here\n")["source"]!.Place.Should().Be(new Place("a.yaml", 1, 9, 1, 24));

    [Test]
    public void A_block_of_text_ends_with_its_last_line_and_not_with_the_blank_ones_behind() =>
        Read("description: |\n  one\n  two\n\n\nflow: x\n")["description"]!.Place.EndLine.Should().Be(3);

    [Test]
    public void Line_ends_of_other_systems_do_not_move_places()
    {
        var unix = Read("a: 1\nb: { c: d }\n")["b"]!.Place;

        Read("a: 1\r\nb: { c: d }\r\n")["b"]!.Place.Should().Be(unix);
    }

    [Test]
    public void One_document_may_begin_with_a_marker_and_end_with_one() => Read("---\nversion: 1\n...\n").Entries.Should().HaveCount(1);

    private static MappingNode Read(string text)
    {
        var faults = new List<Diagnostic>();
        var root = YamlReader.Read(new SourceText("a.yaml", text), faults);
        faults.Should().BeEmpty();
        return (MappingNode)root!;
    }
}

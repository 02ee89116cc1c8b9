using SesamTalk.Engine.Documents;

namespace SesamTalk.Engine.Tests.Documents;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class DataTypeReaderTests
{
    [TestCase("\"string\"", "string")]
    [TestCase("\"integer\"", "integer")]
    [TestCase("\"decimal\"", "decimal")]
    [TestCase("\"boolean\"", "boolean")]
    [TestCase("\"list\"", "list")]
    [TestCase("\"datetime-format\",\"%Y-%m-%d\",\"_.\"]", "date")]
    [TestCase("N/A", null)]
    public void A_cell_that_is_wholly_understood_is_a_type_and_no_more(string cell, string? type) =>
        DataTypeReader.Read(cell).Should().Be(new DataTypeMeaning(type, true));

    [TestCase("\"replace\",\" \",\"\", \"string\"]", " ")]
    [TestCase("\"replace\",\"-\",\"\", \"string\"]", "-")]
    public void A_text_that_is_taken_out_becomes_a_conversion(string cell, string removes) =>
        DataTypeReader.Read(cell).Should().Be(new DataTypeMeaning("string", true) { Removes = removes });

    [TestCase("\"float\"", "decimal")]
    [TestCase("\"integer\", \"decimal\"]", "integer")]
    [TestCase("\"decimal\", \"integer\", \"string\"]]", "decimal")]
    [TestCase("\"datetime-format\",\"%Y-%m-%dT%H:%M:%SZ\",\"_.\"]", "datetime")]
    [TestCase("\"replace\",\" \",\"_\", \"string\"]", "string")]
    [TestCase("\"if-null\", \"integer\", \"string\"], \"decimal\"]", "decimal")]
    [TestCase("\"if-null\", \"string\"]", null)]
    public void A_cell_that_is_understood_in_part_gives_a_type_and_is_kept(string cell, string? type) =>
        DataTypeReader.Read(cell).Should().Be(new DataTypeMeaning(type, false));

    [TestCase("\"first\"")]
    [TestCase("\"if\", \"neq\", \"_.\", \"X\"], \"integer\", \"string\"]")]
    [TestCase("\"unheard-of\"")]
    [TestCase("\"string")]
    [TestCase("string")]
    [TestCase("\"string\", \"integer\"")]
    [TestCase("]")]
    [TestCase("\"if\", \"if\", \"if\", \"if\", \"if\", \"if\", \"if\", \"if\", \"if\", \"if\", \"if\", \"if\", \"if\", \"if\", \"if\", \"if\", \"if\"")]
    public void A_cell_that_is_not_understood_gives_no_type_and_is_kept(string cell) =>
        DataTypeReader.Read(cell).Should().Be(new DataTypeMeaning(null, false));
}

using System.Collections.Immutable;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Engine.Tests.Documents;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class RoundTripTests
{
    private const int Documents = 10_000;
    private const int MostSections = 4;
    private const int Parts = 20;

    private static IEnumerable<int> AllParts => Enumerable.Range(0, Parts);

    private static IEnumerable<string> Valid => DocumentCorpus.Names("valid");

    [TestCaseSource(nameof(AllParts))]
    public void Any_document_becomes_flows_and_the_same_document_again(int part)
    {
        for (int seed = part; seed < Documents; seed += Parts)
        {
            RandomDocuments random = new(seed, MostSections);
            DataFlowDocument document = random.Document();
            DocumentStyle style = random.Style();
            string text = new DataFlowDocumentWriter(style).Write(document);

            (ImportResult imported, string written) = RoundTrip.Of(text, NameResolution.None, document.Generated);

            written.Should().Be(RoundTrip.WithoutRepeats(text, imported, style), "seed {0} is written as it was", seed);
            imported.Notes.Any(note => note.Message.Contains("'docs'", StringComparison.Ordinal)).Should().BeFalse("seed {0} is laid out in a known way", seed);
        }
    }

    [TestCaseSource(nameof(Valid))]
    public void A_document_of_the_corpus_becomes_flows_and_the_same_document_again(string name)
    {
        string text = DocumentCorpus.Read("valid", name);
        NameResolution names = name switch { "described-names" => KnownNames.Described, "unknown-names" => NameResolution.None, _ => KnownNames.Plain };

        (ImportResult imported, string written) = RoundTrip.Of(text, names, DocumentReader.Read(text, name).Document!.Generated);

        bool isOdd = imported.Notes.Any(note => note.Message.Contains("'docs'", StringComparison.Ordinal)) || !imported.Repeated.IsEmpty;
        if (isOdd)
            DocumentDump.Of(DocumentReader.Read(written, name).Document!).Should().Be(DocumentDump.Of(RoundTrip.Kept(text, imported)));
        else
            written.Should().Be(text);
    }

    private static readonly Dictionary<string, Func<string, string>> Layouts = new()
    {
        ["with a byte-order mark"] = text => "\uFEFF" + text,
        ["without an end of the last line"] = text => text.TrimEnd('\n'),
        ["with many lines at the end"] = text => text + "\n\n\n",
        ["with lines of another system"] = text => text.Replace("\n", "\r\n", StringComparison.Ordinal),
        ["with a full stop in the heading of the introduction"] = text => text.Replace("Introduction\n", "Introduction.\n", StringComparison.Ordinal),
        ["with all types at the margin"] = text => text.Replace("     - Blue Desk Data Type", "Blue Desk Data Type", StringComparison.Ordinal).Replace("     - \"", "\"", StringComparison.Ordinal),
        ["with types at the margin behind a sign"] = text => text.Replace("     - \"", "- \"", StringComparison.Ordinal),
        ["with types at the margin below a blank cell"] = text => text.Replace("     - \"", "     - \n\"", StringComparison.Ordinal),
        ["with types at the margin below a tight blank cell"] = text => text.Replace("     - \"", "     -\n\"", StringComparison.Ordinal),
        ["with blanks behind cells"] = text => text.Replace("   * - mail\n", "   * - mail\t \n", StringComparison.Ordinal),
    };

    private static IEnumerable<string> AllLayouts => Layouts.Keys;

    [TestCaseSource(nameof(AllLayouts))]
    public void A_document_comes_back(string layout)
    {
        string text = Layouts[layout](new DataFlowDocumentWriter(DocumentStyle.Usual).Write(Plain()));

        (ImportResult imported, string written) = RoundTrip.Of(text, KnownNames.Plain, Plain().Generated);

        written.Should().Be(text);
        imported.Notes.Should().BeEmpty();
    }

    [Test]
    public void A_layout_that_cannot_be_kept_is_told()
    {
        string text = new DataFlowDocumentWriter(DocumentStyle.Usual).Write(Plain()).Replace("\n\nOnce", "\n\n\nOnce", StringComparison.Ordinal);

        (ImportResult imported, string written) = RoundTrip.Of(text, KnownNames.Plain, Plain().Generated);

        imported.Notes.Should().ContainSingle().Which.Message.Should().Contain("'docs' writes them in the usual way");
        written.Should().Be(new DataFlowDocumentWriter(DocumentStyle.Usual).Write(Plain()));
    }

    [Test]
    public void A_document_of_the_usual_kind_needs_no_more_than_names_beside_its_flows()
    {
        string text = new DataFlowDocumentWriter(DocumentStyle.Usual).Write(Plain());

        string form = DocumentImport.Import(text, "plain.rst", KnownNames.Plain).Form!.Content;

        form.Should().EndWith(
            """
            document: Havn to Blue Desk
            layout: { line_ends_at_end: 3 }
            sections:
              - flow: havn-ledger-customer-to-blue-desk-person
                heading: [Havn Ledger Customer, Blue Desk Person]
                target_system: Blue Desk

            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void Flows_without_a_form_make_a_document_that_makes_the_same_flows()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            string text = new DataFlowDocumentWriter(DocumentStyle.Usual).Write(new RandomDocuments(seed, MostSections).Document());
            ImportResult imported = DocumentImport.Import(text, "random.rst", NameResolution.None);
            var flows = RoundTrip.Flows(imported);

            ImportResult again = DocumentImport.Import(RoundTrip.Written(imported, flows, null, NameResolution.None, default), "again.rst", NameResolution.None);

            string[] said = [.. flows.Select(WrittenSaying.Of).Select(RoundTrip.Said).Distinct().Order(StringComparer.Ordinal)];
            RoundTrip.Flows(again).Select(WrittenSaying.Of).Select(RoundTrip.Said).Order(StringComparer.Ordinal).Should().Equal(said, "seed {0}", seed);
        }
    }

    [Test]
    public void What_a_person_changed_in_a_flow_is_in_the_document()
    {
        string text = new DataFlowDocumentWriter(DocumentStyle.Usual).Write(Plain());
        ImportResult imported = DocumentImport.Import(text, "plain.rst", KnownNames.Plain);
        ImportResult edited = imported with
        {
            Files =
            [
                imported.Files[0] with
                {
                    Content = imported.Files[0].Content
                        .Replace("entity: Person", "entity: Company", StringComparison.Ordinal)
                        .Replace("mail: email", "nr: number", StringComparison.Ordinal),
                },
            ],
        };

        string written = RoundTrip.Written(edited, RoundTrip.Flows(edited), RoundTrip.Form(edited), KnownNames.Plain, Plain().Generated);

        written.Should().Be(text
            .Replace("Blue Desk Person", "Blue Desk Company", StringComparison.Ordinal)
            .Replace("Havn Ledger Customer to Blue Desk Company\n----------------------------------------", "Havn Ledger Customer to Blue Desk Company\n-----------------------------------------", StringComparison.Ordinal)
            .Replace("   * - mail\n     - email\n\n", "   * - nr\n     - number\n\n", StringComparison.Ordinal));
    }

    private static DataFlowDocument Plain() => new("Havn", "Blue Desk", new DateTime(2024, 9, 10, 12, 0, 0, DateTimeKind.Unspecified),
    [
        new DocumentSection("Havn Ledger Customer", "Blue Desk Person", new Opening(OpeningKind.Every))
        {
            TargetSystem = "Blue Desk",
            MergesExisting = true,
            Merge = [new MergeRow(Cell("mail"), Cell("email"), 0)],
            Properties = [new PropertyRow(Cell("mail"), Cell("email"), "\"string\"", 0), new PropertyRow(Cell("born"), Cell("birthDate"), "\"datetime-format\",\"%Y-%m-%d\",\"_.\"]", 0)],
        },
    ]);

    private static PathCell Cell(string path) => new(path, path, ImmutableArray<Clause>.Empty);
}

using System.Text;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Engine.Tests.Documents;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class DocumentReaderTests
{
    private const int Documents = 500;

    [Test]
    public void Reading_a_printed_document_gives_the_document()
    {
        for (int seed = 0; seed < Documents; seed++)
        {
            RandomDocuments random = new(seed);
            DataFlowDocument document = random.Document();

            ReadDocument read = DocumentReader.Read(new DataFlowDocumentWriter(random.Style()).Write(document), "random.rst");

            read.Faults.Should().BeEmpty("seed {0} keeps to the grammar", seed);
            DocumentDump.Of(read.Document!).Should().Be(DocumentDump.Of(document), "that is what seed {0} says", seed);
        }
    }

    [Test]
    public void A_document_with_a_line_lost_is_read_otherwise_or_refused_but_never_the_same_and_never_a_defect()
    {
        for (int seed = 0; seed < Documents; seed++)
        {
            RandomDocuments random = new(seed);
            DataFlowDocument document = random.Document();
            string[] lines = new DataFlowDocumentWriter(DocumentStyle.Usual).Write(document).Split('\n');
            int lost = new Random(seed).Next(lines.Length);

            ReadDocument read = DocumentReader.Read(string.Join('\n', lines.Where((_, i) => i != lost)), "random.rst");

            bool same = read.Document is { } kept && DocumentDump.Of(kept) == DocumentDump.Of(document);
            same.Should().Be(lines[lost].Length == 0, "seed {0} lost line {1}: {2}", seed, lost + 1, lines[lost]);
        }
    }

    [Test]
    public void Damage_anywhere_is_read_or_refused_with_a_place_inside_the_document()
    {
        for (int seed = 0; seed < Documents * 4; seed++)
        {
            Random random = new(seed);
            string text = Damage(new DataFlowDocumentWriter(DocumentStyle.Usual).Write(new RandomDocuments(seed % 50).Document()), random);
            int lines = text.Count(c => c == '\n') + 2;

            ReadDocument read = DocumentReader.Read(text, "random.rst");

            (read.Document is null).Should().Be(!read.Faults.IsEmpty, "seed {0}", seed);
            read.Faults.Any(f => f.Place.Line < 1 || f.Place.Line > lines || f.Place.EndColumn <= f.Place.Column).Should().BeFalse("seed {0}", seed);
        }
    }

    [Test]
    public void Sections_and_rows_know_their_lines()
    {
        DataFlowDocument document = DocumentReader.Read(DocumentCorpus.Read("valid", "crlf"), "crlf.rst").Document!;

        document.Sections.Single().Line.Should().Be(12);
        document.Sections.Single().Properties.Select(p => p.Line).Should().Equal(39, 42);
    }

    [Test]
    public void Cells_are_kept_word_for_word()
    {
        DataFlowDocument document = DocumentReader.Read(DocumentCorpus.Read("valid", "cells"), "cells.rst").Document!;

        PropertyRow row = document.Sections[1].Properties[0];
        row.Source.Raw.Should().Be("email\t");
        row.Target.Raw.Should().Be("mail  ");
        row.DataType.Should().Be("\"string\" ");
    }

    private static string Damage(string text, Random random)
    {
        const string Letters = "\n\n\r\t -=*.:()\"],xA";
        StringBuilder damaged = new(text);
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            int at = random.Next(damaged.Length);
            if (random.Next(2) == 0)
                damaged.Remove(at, Math.Min(random.Next(1, 30), damaged.Length - at - 1));
            else
                damaged.Insert(at, Letters[random.Next(Letters.Length)]);
        }
        return damaged.ToString();
    }
}

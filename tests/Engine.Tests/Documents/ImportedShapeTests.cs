using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Shape;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Tests.Documents;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class ImportedShapeTests
{
    private const int Documents = 60;

    private static IEnumerable<string> Valid => DocumentCorpus.Names("valid");

    [TestCaseSource(nameof(Valid))]
    public void What_import_writes_the_language_accepts(string name) =>
        FaultsOf(DocumentImport.Import(DocumentCorpus.Read("valid", name), name, KnownNames.Plain)).Should().BeEmpty();

    [Test]
    public void What_import_writes_of_any_document_the_language_accepts()
    {
        for (int seed = 0; seed < Documents; seed++)
        {
            string text = new DataFlowDocumentWriter(DocumentStyle.Usual).Write(new RandomDocuments(seed).Document());

            FaultsOf(DocumentImport.Import(text, "random.rst", NameResolution.None)).Should().BeEmpty("seed {0} keeps to the grammar", seed);
        }
    }

    private static List<string> FaultsOf(ImportResult result)
    {
        List<Diagnostic> faults = [.. result.Diagnostics];
        foreach (ImportedFile file in result.Files)
            Check(file, FileKind.Flow, faults);
        Check(result.Form!, FileKind.Document, faults);
        return [.. faults.Select(f => $"{f.Place}: {f.Message}")];
    }

    private static void Check(ImportedFile file, FileKind kind, List<Diagnostic> faults)
    {
        if (YamlReader.Read(new SourceText(file.Path, file.Content), faults) is { } root)
            ShapeChecker.Accepts(kind, root, faults);
    }
}

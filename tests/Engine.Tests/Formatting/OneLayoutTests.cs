using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Formatting;
using SesamTalk.Engine.Formatting.Ordering;
using SesamTalk.Engine.Tests.Documents;

namespace SesamTalk.Engine.Tests.Formatting;

/// <summary>There is one layout: what the engine writes itself, the formatter leaves alone.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class OneLayoutTests
{
    [Test]
    public void What_an_import_writes_is_in_canonical_layout()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var text = new DataFlowDocumentWriter(DocumentStyle.Usual).Write(new RandomDocuments(seed, most: 8).Document());
            var imported = DocumentImport.Import(text, "some.rst", NameResolution.None);

            imported.Diagnostics.Should().BeEmpty();
            imported.Files.Where(file => CanonicalText.Of(file.Content, KeySchemas.Of(FileKind.Flow)) != file.Content).Should().BeEmpty();
            CanonicalText.Of(imported.Form!.Content, KeySchemas.Of(FileKind.Document)).Should().Be(imported.Form.Content);
        }
    }
}

using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Documents;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class ShippedDocumentTests
{
    private static readonly WorkspaceLocation Location = WorkspaceLocator.Find(Repository.Root)!;

    private static readonly FlowSetReading Reading = FlowSetReader.Read(Location, []);

    private static readonly ExportResult Export = DocumentExport.Write(Location, Reading, null, DateTimeOffset.UnixEpoch);

    private static IEnumerable<string> Titles => Export.Documents.Select(document => document.Title);

    [TestCaseSource(nameof(Titles))]
    public void The_documents_of_the_shipped_flows_make_flows_that_say_what_documents_can(string title)
    {
        ExportedDocument document = Export.Documents.Single(it => it.Title == title);
        NameResolution names = NameReader.Read(Location).Names;

        ImportResult imported = DocumentImport.Import(document.Text, title, names);

        imported.Diagnostics.Should().BeEmpty();
        RoundTrip.Flows(imported).Select(flow => flow.Name).Should().Equal(document.Flows);
        string[] said = [.. document.Flows.Select(name => Reading.View!.Flows.Single(flow => flow.Name == name).Draft).Select(WrittenSaying.Of).Select(RoundTrip.Said)];
        RoundTrip.Flows(imported).Select(WrittenSaying.Of).Select(RoundTrip.Said).Should().Equal(said);
    }

    [Test]
    public void Every_shipped_flow_is_in_one_document() =>
        Export.Documents.SelectMany(document => document.Flows).Should().BeEquivalentTo(Reading.Flows.Select(flow => flow.Name));
}

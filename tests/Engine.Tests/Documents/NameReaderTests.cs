using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Tests.Documents;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class NameReaderTests
{
    private string _folder = "";

    [OneTimeSetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("sesamtalk-names").FullName;

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("Exact Salesorders", "exact-online", "SalesOrders")]
    [TestCase("PowerOfficeGO Contactperson", "poweroffice-go", "ContactPersons")]
    [TestCase("Customerp Order", "custom-erp", "Order")]
    public void The_shipped_workspace_knows_what_its_documents_speak_of(string side, string system, string entity)
    {
        NameReading reading = NameReader.Read(WorkspaceLocator.Find(DocumentCorpus.Root)!);

        ResolvedSide resolved = new SideResolver(reading.Names, "").Resolve(side, null);

        reading.Diagnostics.Should().BeEmpty();
        resolved.System.Should().Be(system);
        resolved.Entity.Should().Be(entity);
        resolved.Description.Should().NotBeNull();
    }

    [Test]
    public void Names_are_known_though_an_entity_description_is_missing()
    {
        NameReading reading = Read("missing", "version: 1\nsystems:\n  desk: { names: [Blue Desk], rank: 1, entities: nowhere.entities.yaml }\n");

        reading.Names.Find("blue desk")!.Name.Should().Be("desk");
        reading.Diagnostics.Should().ContainSingle().Which.Place.File.Should().Be("systems.yaml");
    }

    [Test]
    public void A_broken_file_of_systems_is_reported_and_knows_no_names()
    {
        NameReading reading = Read("broken", "version: 1\nsystems: [\n");

        reading.Names.Find("desk").Should().BeNull();
        reading.Diagnostics.Should().NotBeEmpty();
    }

    private NameReading Read(string name, string systems)
    {
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, name)).FullName, "systems.yaml");
        File.WriteAllText(file, systems);
        return NameReader.Read(WorkspaceLocator.Of(file));
    }
}

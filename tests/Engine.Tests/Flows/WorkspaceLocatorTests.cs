using SesamTalk.Engine.Flows;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Language;

internal sealed class WorkspaceLocatorTests
{
    private TemporaryFolder _temporary = null!;

    private string Folder => _temporary.Path;

    [SetUp]
    public void MakeFolder()
    {
        _temporary = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(Folder, "project", "flows", "sales"));
        Directory.CreateDirectory(Path.Combine(Folder, "project", "src"));
        File.WriteAllText(Path.Combine(Folder, "project", "flows", "systems.yaml"), "version: 1\n");
        File.WriteAllText(Path.Combine(Folder, "project", "flows", "sales", "a.flow.yaml"), "version: 1\n");
    }

    [TearDown]
    public void DropFolder() => _temporary.Dispose();

    [TestCase("project")]
    [TestCase("project/src")]
    [TestCase("project/flows")]
    [TestCase("project/flows/sales")]
    [TestCase("project/flows/sales/a.flow.yaml")]
    public void The_workspace_is_the_same_from_wherever_in_it_one_starts(string start) =>
        WorkspaceLocator.Find(Path.Combine(Folder, start)).Should().Be(new WorkspaceLocation(
            Path.Combine(Folder, "project"), Path.Combine(Folder, "project", "flows", "systems.yaml")));

    [Test]
    public void A_systems_file_of_its_own_makes_aFolder_the_workspace()
    {
        var inner = Path.Combine(Folder, "project", "src");
        File.WriteAllText(Path.Combine(inner, "systems.yaml"), "version: 1\n");

        WorkspaceLocator.Find(inner).Should().Be(new WorkspaceLocation(inner, Path.Combine(inner, "systems.yaml")));
    }

    [Test]
    public void Where_there_is_none_there_is_none() => WorkspaceLocator.Find(Folder).Should().BeNull();
}

using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Cli.Tests.Sandbox;

[Parallelizable(ParallelScope.All)]
public sealed class ServedPropertyTests
{
    [TestCase("exact-online", "ExactOnline")]
    [TestCase("poweroffice-go", "PowerOfficeGo")]
    [TestCase("crmoffice", "CrmOffice")]
    [TestCase("custom-pms", "CustomPms")]
    public void Whatever_the_shipped_descriptions_name_is_served(string system, string folder)
    {
        var entities = ShippedFlows.Set.Workspace.Systems.Single(one => one.Name == system).Entities;

        foreach (var entity in entities)
        {
            var served = Names(folder, entity.Table ?? entity.Name);
            entity.Properties.Select(property => property.Path).Should().BeSubsetOf(served.Concat(entity.Properties.Where(one => one.Elements is not null).Select(one => one.Path)), entity.Name);
            foreach (var list in entity.Properties.Where(property => property.Elements is not null))
            {
                list.Elements!.Properties.Select(property => property.Path).Should().BeSubsetOf(Names(folder, list.Elements.Table!), list.Path);
            }
        }
    }

    private static IEnumerable<string> Names(string folder, string table) => FieldFile.Read($"{folder}.Fields.{table}").Select(field => field.Name);
}

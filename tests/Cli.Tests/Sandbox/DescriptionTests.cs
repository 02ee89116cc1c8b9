using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Sandbox;
using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Systems;
using SesamTalk.Sandbox.Tables;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Sandbox;

/// <summary>Every database of the sample keeps to the description of its entities.</summary>
public sealed class DescriptionTests
{
    private TemporaryFolder _folder = null!;
    private ImmutableArray<SampleDatabase> _databases;

    public static IEnumerable<string> Systems => ShippedFlows.Set.Workspace.Systems.Select(system => system.Name);

    [OneTimeSetUp]
    public void Fill()
    {
        _folder = new TemporaryFolder();
        _databases = ShippedFlows.DatabasesIn(_folder.Path);
        SampleData.Fill("company", _databases);
    }

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCaseSource(nameof(Systems))]
    public void Every_value_has_the_type_of_its_property(string system) => ForEach(system, (entity, property) =>
        Values(system, entity, property).Where(value => !Fits(property.Type, value)).Should().BeEmpty($"{entity.Name}.{property.Path}"));

    [TestCaseSource(nameof(Systems))]
    public void Every_mandatory_property_has_a_value(string system) => ForEach(system, (entity, property) =>
        Count(system, entity, property, "IS NULL OR trim({0}) = ''", property.Mandatory).Should().Be(0, $"{entity.Name}.{property.Path}"));

    [TestCaseSource(nameof(Systems))]
    public void No_text_is_longer_than_its_property_allows(string system) => ForEach(system, (entity, property) =>
        Count(system, entity, property, $"IS NOT NULL AND length({{0}}) > {property.MaxLength}", property.MaxLength is not null)
            .Should().Be(0, $"{entity.Name}.{property.Path}"));

    [TestCaseSource(nameof(Systems))]
    public void Every_foreign_key_names_a_record(string system) =>
        DatabaseReader.Query(PathOf(system), "PRAGMA foreign_key_check").Should().BeEmpty();

    [TestCaseSource(nameof(Systems))]
    public void Every_value_of_the_sample_belongs_to_a_described_property(string system)
    {
        var entities = TablesOf(system).ToDictionary(entity => entity.Name);
        foreach (var row in SystemRows.Of(system, SampleCompany.Create()))
        {
            row.Select(value => value.Key).Where(path => entities[row.Entity].Property(path) is null).Should().BeEmpty(row.Entity);
        }
    }

    private static bool Fits(PropertyType type, (string Storage, string Text) value) => type switch
    {
        PropertyType.Integer or PropertyType.Boolean => value.Storage == "integer",
        PropertyType.Decimal => value.Storage is "integer" or "real",
        PropertyType.Date => DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        PropertyType.DateTime => DateTime.TryParseExact(
            value.Text, "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => value.Storage == "text",
    };

    private void ForEach(string system, Action<EntityDescription, PropertyDescription> check)
    {
        foreach (var entity in TablesOf(system))
        {
            foreach (var property in entity.Properties)
            {
                check(entity, property);
            }
        }
    }

    private IEnumerable<(string Storage, string Text)> Values(string system, EntityDescription entity, PropertyDescription property) =>
        DatabaseReader
            .Query(PathOf(system), $"SELECT typeof(\"{property.Path}\"), \"{property.Path}\" FROM \"{entity.Table ?? entity.Name}\" WHERE \"{property.Path}\" IS NOT NULL")
            .Select(row => row.Split('|', 2))
            .Select(cells => (cells[0], cells[1]));

    private int Count(string system, EntityDescription entity, PropertyDescription property, string condition, bool applies)
    {
        var column = $"\"{property.Path}\"";
        var where = $"{column} {string.Format(CultureInfo.InvariantCulture, condition, column)}";
        return applies
            ? int.Parse(DatabaseReader.Query(PathOf(system), $"SELECT count(*) FROM \"{entity.Table ?? entity.Name}\" WHERE {where}")[0], CultureInfo.InvariantCulture)
            : 0;
    }

    // The elements of lists are in tables of their own.
    private ImmutableArray<EntityDescription> TablesOf(string system) =>
        ElementTables.With(_databases.Single(database => database.System == system).Entities);

    private string PathOf(string system) => _databases.Single(database => database.System == system).Path;
}

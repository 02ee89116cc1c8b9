using System.Collections.Immutable;
using SesamTalk.Sandbox;
using SesamTalk.Sqlite;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Sandbox;

public sealed class SampleDataTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Two_fills_make_the_same_databases()
    {
        var (first, second) = (ShippedFlows.DatabasesIn(_folder["first"]), ShippedFlows.DatabasesIn(_folder["second"]));
        SampleData.Fill("company", first).Should().Equal(first);
        SampleData.Fill("company", second).Should().Equal(second);
        foreach (var (one, other) in first.Zip(second))
        {
            DatabaseReader.Dump(other.Path).Should().Be(DatabaseReader.Dump(one.Path), one.System);
        }
    }

    [Test]
    public void A_database_that_is_there_is_left_alone()
    {
        var databases = ShippedFlows.DatabasesIn(_folder.Path);
        SampleData.Fill("company", databases);
        DatabaseReader.Execute(databases[0].Path, "CREATE TABLE mine (note TEXT)");
        File.Delete(databases[1].Path);
        SampleData.Fill("company", databases).Should().Equal(databases[1]);
        DatabaseReader.Query(databases[0].Path, "SELECT count(*) FROM mine").Should().Equal("0");
        File.Exists(databases[1].Path).Should().BeTrue();
    }

    [Test]
    public void A_reset_makes_all_databases_anew()
    {
        var databases = ShippedFlows.DatabasesIn(_folder.Path);
        SampleData.Fill("company", databases);
        var before = DatabaseReader.Dump(databases[0].Path);
        DatabaseReader.Execute(databases[0].Path, "CREATE TABLE mine (note TEXT)");
        SampleData.Reset("company", databases).Should().Equal(databases);
        DatabaseReader.Dump(databases[0].Path).Should().Be(before);
    }

    [Test]
    public void A_reset_takes_the_journal_of_the_old_database_away()
    {
        var databases = ShippedFlows.DatabasesIn(_folder.Path);
        File.WriteAllText(databases[0].Path + "-wal", "left behind");
        SampleData.Reset("company", databases);
        Directory.GetFiles(_folder.Path).Should().BeEquivalentTo(databases.Select(database => database.Path));
    }

    [Test]
    public void Nothing_stands_in_place_where_one_database_cannot_be_made()
    {
        var databases = ShippedFlows.DatabasesIn(_folder.Path);
        var twice = databases[^1] with { Entities = [databases[^1].Entities[0], databases[^1].Entities[0]] };
        var filling = () => SampleData.Fill("company", databases.SetItem(databases.Length - 1, twice));
        filling.Should().Throw<SqliteFailureException>().Which.Message.Should().Contain("already exists");
        Directory.GetFiles(_folder.Path).Should().BeEmpty();
    }

    [Test]
    public void A_system_that_the_sample_does_not_know_gets_empty_tables()
    {
        var unknown = ShippedFlows.DatabasesIn(_folder.Path)[0] with { System = "another" };
        SampleData.Fill("company", [unknown]);
        DatabaseReader.Query(unknown.Path, $"SELECT count(*) FROM \"{unknown.Entities[0].Table ?? unknown.Entities[0].Name}\"").Should().Equal("0");
    }

    [Test]
    public void Sample_data_of_an_unknown_name_is_refused_with_the_names_that_there_are()
    {
        var filling = () => SampleData.Fill("compnay", ImmutableArray<SampleDatabase>.Empty);
        filling.Should().Throw<UnknownSampleException>().WithMessage("'compnay' is not a set of sample data; there is: company, starter");
    }
}

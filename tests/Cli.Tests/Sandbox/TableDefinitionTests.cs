using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Sandbox;
using SesamTalk.Sandbox.Tables;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.Sandbox;

public sealed class TableDefinitionTests
{
    private static readonly EntityDescription Firm = new(
        "Firm", new KeyDescription("id", KeyGiver.System), [new("id", PropertyType.Integer), new("changed", PropertyType.DateTime)])
    {
        Modified = "changed",
    };

    private static readonly EntityDescription Order = new("Order", new KeyDescription("id", KeyGiver.Client),
    [
        new("id", PropertyType.String),
        new("number", PropertyType.String) { MaxLength = 9, Mandatory = true, Column = "no" },
        new("firm", PropertyType.Integer) { References = "Firm" },
        new("address.city", PropertyType.String),
        new("total", PropertyType.Decimal),
        new("paid", PropertyType.Boolean),
    ])
    {
        NaturalKeys = [["number"]],
    };

    [Test]
    public void A_table_has_the_columns_keys_and_limits_of_its_description() =>
        string.Join("\n", TableDefinition.Of(Order, [Firm, Order])).Should().Be("""
            CREATE TABLE "Order" (
              "id" TEXT NOT NULL PRIMARY KEY,
              "no" TEXT NOT NULL CHECK (length("no") <= 9),
              "firm" INTEGER,
              "address.city" TEXT,
              "total" NUMERIC,
              "paid" INTEGER CHECK ("paid" IN (0, 1)),
              FOREIGN KEY ("firm") REFERENCES "Firm" ("id") DEFERRABLE INITIALLY DEFERRED
            )
            CREATE UNIQUE INDEX "Order number" ON "Order" ("no")
            """);

    [Test]
    public void A_query_has_no_table() => TableDefinition.Of(Firm with { Query = "SELECT 1" }, []).Should().BeEmpty();

    [Test]
    public void A_new_row_and_an_edit_get_the_time_and_a_time_that_is_given_stays()
    {
        using var folder = new TemporaryFolder();
        var path = folder["firms.db"];
        SampleData.Fill("company", [new SampleDatabase("firms", path, [Firm with { Properties = Firm.Properties.Add(new("name", PropertyType.String)) }])]);
        DatabaseReader.Execute(path, "INSERT INTO Firm (id, name) VALUES (1, 'a'); INSERT INTO Firm (id, changed) VALUES (2, '1999-01-01T00:00:00.000Z')");
        DatabaseReader.Query(path, "SELECT count(*) FROM Firm WHERE id = 1 AND changed > '2020'").Should().Equal("1");
        DatabaseReader.Execute(path, "UPDATE Firm SET name = 'b' WHERE id = 2");
        DatabaseReader.Query(path, "SELECT count(*) FROM Firm WHERE id = 2 AND changed > '2020'").Should().Equal("1");
        DatabaseReader.Execute(path, "UPDATE Firm SET name = 'c', changed = '2001-02-03T04:05:06.007Z' WHERE id = 2");
        DatabaseReader.Query(path, "SELECT changed FROM Firm WHERE id = 2").Should().Equal("2001-02-03T04:05:06.007Z");
    }
}

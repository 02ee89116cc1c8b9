using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Sql;

/// <summary>The elements of a list in a table of their own.</summary>
[Clause("R11")]
public sealed class ChildTests
{
    private const string Schema = """
        CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE address (address_id TEXT PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer (id), line INTEGER, city TEXT);
        INSERT INTO customer VALUES (1, 'A'), (2, 'B'), (10, 'C');
        INSERT INTO address VALUES ('a', 1, 2, 'Oslo'), ('b', 1, 1, 'Bergen'), ('c', 10, 1, 'Voss');
        """;

    [Test]
    public async Task Elements_are_merged_with_records_whose_keys_are_numbers_in_the_order_of_the_description()
    {
        await using var bed = Bed();
        var batch = await bed.ReadAsync(batchSize: 2);

        batch.Records.ToDictionary(record => record.Key, record => bed.Of(record, "addresses").ToString())
            .Should().Equal(new Dictionary<string, string> { ["1"] = "[(b, 1, Bergen), (a, 2, Oslo)]", ["2"] = "", ["10"] = "[(c, 1, Voss)]" });
    }

    [Test]
    public async Task New_elements_with_text_keys_are_named_after_their_record()
    {
        await using var bed = Bed();
        var before = bed.Of((await bed.LookUpAsync("1")).Records.Single(), "addresses");
        var added = Value.List([.. before.AsList, Value.Element([Value.None, Value.Integer(3), Value.Text("Hamar")])]);
        await bed.WriteAsync(bed.Update("1", ("addresses", before, added)));

        bed.Scalar("SELECT address_id || customer_id FROM address WHERE city = 'Hamar'").Should().Be("1-11");
    }

    [Test, Clause("W4")]
    public async Task An_element_that_cannot_be_read_is_a_fault_of_its_record()
    {
        await using var bed = Bed();
        bed.Execute("UPDATE address SET line = 'first' WHERE address_id = 'a'");
        var batch = await bed.ReadAsync();

        batch.Records.Select(record => record.Key).Should().Equal("2", "10");
        batch.Faults.Should().ContainSingle().Which.Should().Match<Connectors.Reading.RecordFault>(fault =>
            fault.Key == "1" && fault.Message.Contains("'line' should be a whole number", StringComparison.Ordinal));
    }

    [Test, Clause("W2")]
    public async Task A_rejected_element_takes_the_change_of_its_record_back()
    {
        await using var bed = Bed();
        bed.Execute("CREATE UNIQUE INDEX one_city ON address (city)");
        var before = bed.Of((await bed.LookUpAsync("1")).Records.Single(), "addresses");
        var added = Value.List([before.AsList[0], Value.Element([Value.None, Value.Integer(3), Value.Text("Voss")])]);
        var outcomes = await bed.WriteAsync(
            bed.Update("1", ("name", Value.Text("A"), Value.Text("changed")), ("addresses", before, added)),
            bed.Update("2", ("name", Value.Text("B"), Value.Text("changed"))));

        outcomes.Select(outcome => outcome.GetType()).Should().Equal(typeof(Rejected), typeof(Written));
        bed.Scalar("SELECT group_concat(name) FROM customer").Should().Be("A,changed,C");
        bed.Scalar("SELECT count(*) FROM address WHERE customer_id = 1").Should().Be("2");
    }

    private static SqlBed Bed() => new SqlBed(
        Schema,
        new("id", PropertyType.Integer),
        new("name", PropertyType.String),
        new("addresses", PropertyType.List)
        {
            Elements = new("addressId", [new("addressId", PropertyType.String) { Column = "address_id" }, new("line", PropertyType.Integer), new("city", PropertyType.String)])
            {
                Table = "address",
                Parent = "customer_id",
                OrderBy = "line",
            },
        });
}

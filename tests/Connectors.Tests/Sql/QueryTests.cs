using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Tests.Sql;

/// <summary>Entities that are a query or a view: they are read like a table, and never written to.</summary>
public sealed class QueryTests
{
    private const string Table = """
        CREATE TABLE orders (no INTEGER PRIMARY KEY, customer TEXT, modified TEXT);
        INSERT INTO orders VALUES (9, 'b', '2026-01-01T00:00:00Z'), (10, 'a', '2026-01-02T00:00:00Z'), (11, 'c', '2026-01-03T00:00:00Z');
        """;

    [Test]
    public async Task A_query_is_read_in_the_order_of_the_texts_of_its_keys()
    {
        await using var bed = MakeQuery("SELECT no AS id, customer AS name, modified FROM orders -- all of them");

        var read = await bed.ReadAsync();

        read.Records.Select(record => record.Key).Should().Equal("10", "11", "9");
        (await bed.LookUpAsync("9", "12")).Records.Should().ContainSingle().Which.Key.Should().Be("9");
    }

    [Test]
    public async Task A_query_with_a_modification_time_shows_what_changed()
    {
        await using var bed = MakeQuery("SELECT no AS id, customer AS name, modified FROM orders;\n").With(Columns.WithModified);
        var cursor = (await bed.ReadAsync()).Cursor!;
        bed.Execute("UPDATE orders SET customer = 'x', modified = '2026-01-04T00:00:00Z' WHERE no = 9");

        var read = await bed.ReadSinceAsync(cursor);

        read.Records.Select(record => record.Key).Should().BeEquivalentTo("9", "11");
    }

    [Test]
    public async Task Nothing_is_written_to_a_query()
    {
        await using var bed = MakeQuery("SELECT no AS id, customer AS name, modified FROM orders");

        var outcomes = await bed.WriteAsync(bed.Create("a"), bed.Update("9", ("name", Value.Text("b"), Value.Text("c"))), new DeleteRequest("9", []));

        outcomes.Should().AllBeEquivalentTo(new Rejected("Customer is read by a query, so nothing can be written to it"));
    }

    [Test]
    public async Task Nothing_is_written_to_a_view()
    {
        await using var bed = new SqlBed($"{Table} CREATE VIEW customer AS SELECT no AS id, customer AS name FROM orders;", Columns.Key, Columns.Name);

        (await bed.ReadAsync()).Records.Should().HaveCount(3);
        (await bed.WriteAsync(bed.Create("a"))).Should().Equal(
            new Rejected("the entity is a view, so nothing can be written to it: describe its table, or write can: []"));
    }

    [Test]
    public async Task A_query_that_does_not_run_is_told_with_what_the_database_says()
    {
        await using var bed = MakeQuery("SELECT missing FROM orders");

        var read = async () => await bed.ReadAsync();

        (await read.Should().ThrowAsync<SystemRefusedException>()).Which.Message.Should().Be(
            "the query of Customer does not run in erp.db: the system says: no such column: missing");
    }

    [Test]
    public async Task A_column_that_a_query_does_not_give_is_told()
    {
        await using var bed = MakeQuery("SELECT no AS id FROM orders");

        var read = async () => await bed.ReadAsync();

        (await read.Should().ThrowAsync<SystemRefusedException>()).Which.Message.Should().Be(
            "the query of Customer in erp.db has no column 'name' for the property 'name' of Customer");
    }

    private static SqlBed MakeQuery(string query) =>
        new SqlBed(Table, Columns.Key, Columns.Name, Columns.Modified).With(entity => entity with { Query = query, Table = null });
}

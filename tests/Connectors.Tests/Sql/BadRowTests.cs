using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Sql;

/// <summary>A row that cannot be read is told in plain words, and the others go on.</summary>
public sealed class BadRowTests
{
    private const string Table = "CREATE TABLE customer (id, name, count, price, active, day, at, modified);";

    [TestCase("count", "'many'", "'count' should be a whole number, but the database holds the text 'many'")]
    [TestCase("count", "1.5", "'count' should be a whole number, but the database holds the number 1.5")]
    [TestCase("price", "'12,50'", "'price' should be a number, but the database holds the text '12,50'")]
    [TestCase("price", "9e999", "'price' should be a number, but the database holds the number Infinity")]
    [TestCase("active", "2", "'active' should be true or false (1 or 0), but the database holds the number 2")]
    [TestCase("active", "'perhaps'", "'active' should be true or false (1 or 0), but the database holds the text 'perhaps'")]
    [TestCase("day", "'31.02.2026'", "'day' should be a date such as 2026-01-31, but the database holds the text '31.02.2026'")]
    [TestCase("day", "'2026-02-29'", "'day' should be a date such as 2026-01-31, but the database holds the text '2026-02-29'")]
    [TestCase("day", "20260131", "'day' should be a date such as 2026-01-31, but the database holds the number 20260131")]
    [TestCase("at", "'2026-01-31T25:00:00Z'", "'at' should be a date and time such as 2026-01-31T12:00:00Z, but the database holds the text '2026-01-31T25:00:00Z'")]
    [TestCase("at", "'soon'", "'at' should be a date and time such as 2026-01-31T12:00:00Z, but the database holds the text 'soon'")]
    [TestCase("modified", "'yesterday'", "'modified' should be a date and time such as 2026-01-31T12:00:00Z, but the database holds the text 'yesterday'")]
    [TestCase("name", "x'ff'", "'name' should be text, but the database holds 1 byte")]
    [TestCase("name", "CAST(x'c328' AS TEXT)", "'name' should be text, but the database holds 2 bytes that are not text in UTF-8")]
    public async Task A_value_that_does_not_fit_its_type_is_told_with_its_property_and_itself(string property, string sql, string message)
    {
        await using var bed = MakeBed($"{Table} INSERT INTO customer (id, {property}) VALUES ('bad', {sql}); INSERT INTO customer (id, name) VALUES ('good', 'n');");

        var read = await bed.ReadAsync();

        read.Records.Should().ContainSingle().Which.Key.Should().Be("good");
        read.Faults.Should().Equal(new Connectors.Reading.RecordFault("bad", property, message));
    }

    [Test]
    public async Task A_record_without_a_key_is_told_with_something_to_find_it_by()
    {
        await using var bed = MakeBed($"{Table} INSERT INTO customer (id, name) VALUES (NULL, 'Nobody AS'), ('', NULL), ('a', 'Anna')");

        var read = await bed.ReadAsync();

        read.Records.Should().ContainSingle().Which.Key.Should().Be("a");
        read.Faults.Select(fault => (fault.Key, fault.Property, fault.Message)).Should().Equal(
            (null, "id", "a record of Customer has no 'id', which is its key ('name' is the text 'Nobody AS')"),
            (null, "id", "a record of Customer has no 'id', which is its key"));
    }

    [Test]
    public async Task A_key_that_is_there_twice_counts_once()
    {
        await using var bed = MakeBed($"{Table} INSERT INTO customer (id, name) VALUES ('a', 'first'), ('a', 'second'), ('b', 'third')");

        var read = await bed.ReadAsync(batchSize: 1);

        read.Records.Select(record => record.Key).Should().Equal("a", "b");
        read.Faults.Should().ContainSingle().Which.Message.Should().Be(
            "'id' should be different in every record, but the database holds 'a' more than once; the first counts");
    }

    [Test]
    public async Task A_long_value_is_shown_in_part()
    {
        await using var bed = MakeBed($"{Table} INSERT INTO customer (id, count) VALUES ('a', '{new string('x', 500)}')");

        var read = await bed.ReadAsync();

        read.Faults.Single().Message.Should().Be($"'count' should be a whole number, but the database holds the text '{new string('x', 60)}...'");
    }

    [Test]
    public async Task A_text_longer_than_described_is_read_as_it_is()
    {
        await using var bed = new SqlBed(
            $"{Table} INSERT INTO customer (id, name) VALUES ('a', 'far too long')", Columns.Key, Columns.Name with { MaxLength = 3 });

        var read = await bed.ReadAsync();

        bed.Of(read.Records.Single(), "name").Should().Be(Value.Text("far too long"));
    }

    [Test]
    [Clause("W2")]
    public async Task A_record_that_cannot_be_read_is_not_overwritten()
    {
        await using var bed = MakeBed($"{Table} INSERT INTO customer (id, name, count) VALUES ('a', 'edited', 'many')");

        var outcomes = await bed.WriteAsync(bed.Update("a", ("name", Value.Text("old"), Value.Text("new"))));

        outcomes.Should().Equal(new Connectors.Writing.Rejected(
            "the record cannot be read as it stands: 'count' should be a whole number, but the database holds the text 'many'"));
        bed.Scalar("SELECT name FROM customer").Should().Be("edited");
    }

    private static SqlBed MakeBed(string sql) => new SqlBed(
        sql,
        Columns.Key,
        Columns.Name,
        Columns.Of("count", PropertyType.Integer),
        Columns.Of("price", PropertyType.Decimal),
        Columns.Of("active", PropertyType.Boolean),
        Columns.Of("day", PropertyType.Date),
        Columns.Of("at", PropertyType.DateTime),
        Columns.Modified).With(Columns.WithModified);
}

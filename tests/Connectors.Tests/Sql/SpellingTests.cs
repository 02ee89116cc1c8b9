using System.Globalization;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Sql;

/// <summary>One value may be spelt in many ways: each is read, and what is written looks like what is there.</summary>
public sealed class SpellingTests
{
    [TestCase("'2026-01-31T12:30:45.678Z'", "2026-01-31T12:30:45.678Z")]
    [TestCase("'2026-01-31 12:30:45.678'", "2026-01-31T12:30:45.678Z")]
    [TestCase("'2026-01-31T12:30:45.6789012345Z'", "2026-01-31T12:30:45.6789012Z")]
    [TestCase("'2026-01-31T14:30:45+02:00'", "2026-01-31T12:30:45Z")]
    [TestCase("'2026-01-31T10:00:45-0230'", "2026-01-31T12:30:45Z")]
    [TestCase("'2026-01-31 12:30'", "2026-01-31T12:30:00Z")]
    [TestCase("'2026-01-31'", "2026-01-31T00:00:00Z")]
    [TestCase("1769862645678", "2026-01-31T12:30:45.678Z")]
    [TestCase("' 2026-01-31T12:30:45Z '", "2026-01-31T12:30:45Z")]
    public async Task A_date_time_is_read_however_it_is_spelt(string sql, string instant)
    {
        await using var bed = MakeBed("at", $"INSERT INTO customer (id, at, modified) VALUES ('a', {sql}, {sql})");

        var record = (await bed.ReadAsync()).Records.Single();

        bed.Of(record, "at").Should().Be(Instant(instant));
        record.Modified.Should().Be(Instant(instant).AsDateTime);
    }

    [TestCase("'2026-07-01 12:00:00'", "2026-07-01T10:00:00Z")]
    [TestCase("'2026-01-01 12:00:00'", "2026-01-01T11:00:00Z")]
    [TestCase("'2026-01-01 12:00:00Z'", "2026-01-01T12:00:00Z")]
    public async Task A_date_time_without_a_zone_is_of_the_zone_of_the_setting(string sql, string instant)
    {
        await using var bed = MakeBed("at", $"INSERT INTO customer (id, at) VALUES ('a', {sql})").With("time_zone", "Europe/Oslo");

        bed.Of((await bed.ReadAsync()).Records.Single(), "at").Should().Be(Instant(instant));
    }

    [TestCase("INTEGER", "1", "true")]
    [TestCase("TEXT", "'FALSE'", "false")]
    [TestCase("", "'0'", "false")]
    [TestCase("REAL", "1.0", "true")]
    [TestCase("TEXT", "''", "")]
    public async Task A_truth_value_is_read_however_it_is_spelt(string type, string sql, string value)
    {
        await using var bed = new SqlBed(
            $"CREATE TABLE customer (id TEXT, active {type}); INSERT INTO customer VALUES ('a', {sql})", Columns.Key, Columns.Of("active", PropertyType.Boolean));

        (await bed.ReadAsync()).Records.Single().Values[1].ToString().Should().Be(value);
    }

    [TestCase("TEXT", "'12.0'", PropertyType.Integer, "12")]
    [TestCase("REAL", "12", PropertyType.Integer, "12")]
    [TestCase("TEXT", "'-0.10'", PropertyType.Decimal, "-0.10")]
    [TestCase("REAL", "0.1 + 0.2", PropertyType.Decimal, "0.30000000000000004")]
    [TestCase("REAL", "1e20", PropertyType.Decimal, "100000000000000000000")]
    [TestCase("INTEGER", "5", PropertyType.String, "5")]
    [TestCase("", "2.5", PropertyType.String, "2.5")]
    [TestCase("TEXT", "'2026-01-31 23:59:59'", PropertyType.Date, "2026-01-31")]
    [TestCase("INTEGER", "5", PropertyType.Any, "5")]
    public async Task Numbers_texts_and_dates_are_read_as_their_description_says(string column, string sql, PropertyType type, string value)
    {
        await using var bed = new SqlBed($"CREATE TABLE customer (id TEXT, v {column}); INSERT INTO customer VALUES ('a', {sql})", Columns.Key, Columns.Of("v", type));

        (await bed.ReadAsync()).Records.Single().Values[1].ToString().Should().Be(value);
    }

    [TestCase("'2025-12-31T00:00:00.000Z'", "2026-01-05T08:00:00.250Z")]
    [TestCase("'2025-12-31 00:00:00'", "2026-01-05 08:00:00")]
    [TestCase("'2025-12-31T00:00:00.0000000+00:00'", "2026-01-05T08:00:00.2500000+00:00")]
    [TestCase("1767139200000", "1767600000250")]
    [TestCase("NULL", "2026-01-05T08:00:00.250Z")]
    public async Task The_modification_time_is_written_as_the_table_spells_it(string sql, string written)
    {
        await using var bed = MakeBed("at", $"INSERT INTO customer (id, at, modified) VALUES ('a', {sql}, {sql})");
        bed.Clock.Advance(TimeSpan.FromMilliseconds(250));

        var outcomes = await bed.WriteAsync(bed.Create("b", ("name", Value.Text("Berta"))), bed.Update("a", ("name", Value.None, Value.Text("Anna"))));

        bed.Scalar("SELECT modified FROM customer WHERE id = 'a'").Should().Be(written);
        bed.Scalar("SELECT modified FROM customer WHERE id = 'b'").Should().Be(written);
        var read = (await bed.LookUpAsync("a", "b")).Records;
        outcomes.Cast<Written>().Select(o => o.Stored!.Modified).Should().AllBeEquivalentTo(read[0].Modified);
    }

    [TestCase("'2025-12-31T00:00:00.000Z'", "2026-01-31T12:30:45.678Z")]
    [TestCase("'2025-12-31 00:00:00'", "2026-01-31 12:30:45.678")]
    [TestCase("1767139200000", "1769862645678")]
    [TestCase("'31.12.2025'", "2026-01-31T12:30:45.678Z")]
    public async Task A_date_time_is_written_as_its_column_spells_it(string sql, string written)
    {
        await using var bed = MakeBed("at", $"INSERT INTO customer (id, at) VALUES ('a', {sql})");

        await bed.WriteAsync(bed.Create("b", ("at", Instant("2026-01-31T12:30:45.678Z"))));

        bed.Scalar("SELECT at FROM customer WHERE id = 'b'").Should().Be(written);
    }

    [Test]
    public async Task A_date_time_without_a_zone_is_written_in_the_zone_of_the_setting()
    {
        await using var bed = MakeBed("at", "INSERT INTO customer (id, at) VALUES ('a', '2026-01-01 00:00:00')").With("time_zone", "Europe/Oslo");

        await bed.WriteAsync(bed.Create("b", ("at", Instant("2026-07-01T10:00:00Z"))));

        bed.Scalar("SELECT at FROM customer WHERE id = 'b'").Should().Be("2026-07-01 12:00:00");
    }

    [TestCase("at", "'2026-01-31 12:30:45+00:00'", "2026-01-31T12:30:45Z", PropertyType.DateTime)]
    [TestCase("at", "'2026-01-31T00:00'", "2026-01-31", PropertyType.Date)]
    [TestCase("at", "'True'", "true", PropertyType.Boolean)]
    [TestCase("at", "'1.50'", "1.50", PropertyType.Decimal)]
    [TestCase("at", "''", "", PropertyType.Integer)]
    [Clause("W2")]
    public async Task What_is_expected_is_found_there_however_it_is_spelt(string property, string sql, string expected, PropertyType type)
    {
        await using var bed = new SqlBed(
            $"CREATE TABLE customer (id TEXT, {property} TEXT, modified TEXT); INSERT INTO customer VALUES ('a', {sql}, NULL)",
            Columns.Key, Columns.Of(property, type), Columns.Modified);
        var there = (await bed.ReadAsync()).Records.Single().Values[1];
        there.ToString().Should().Be(expected);

        (await bed.WriteAsync(bed.Update("a", (property, there, Value.None)))).Single().Should().BeOfType<Written>();
        bed.Scalar($"SELECT {property} FROM customer").Should().BeNull();
    }

    [Test]
    [Clause("W2")]
    public async Task A_change_of_case_is_an_edit_though_the_column_does_not_mind_case()
    {
        await using var bed = new SqlBed(
            "CREATE TABLE customer (id TEXT, name TEXT COLLATE NOCASE); INSERT INTO customer VALUES ('a', 'ANNA')", Columns.Key, Columns.Name);

        (await bed.WriteAsync(bed.Update("a", ("name", Value.Text("Anna"), Value.Text("x"))))).Single().Should().BeOfType<Changed>();
    }

    [Test]
    [Clause("C3")]
    public async Task A_look_up_minds_case_though_the_column_does_not()
    {
        await using var bed = new SqlBed(
            "CREATE TABLE customer (id TEXT COLLATE NOCASE PRIMARY KEY, name TEXT COLLATE NOCASE); INSERT INTO customer VALUES ('A', 'ANNA')", Columns.Key, Columns.Name);

        (await bed.FindAsync("name", Value.Text("Anna"))).Records.Should().BeEmpty();
        (await bed.FindAsync("name", Value.Text("ANNA"))).Records.Should().ContainSingle();
        (await bed.LookUpAsync("a")).Records.Should().BeEmpty();
    }

    [Test]
    public async Task Names_of_tables_and_columns_may_be_anything()
    {
        await using var bed = new SqlBed(
            "CREATE TABLE customer (id TEXT PRIMARY KEY); CREATE TABLE \"select \"\"from\" (\"the id\" TEXT PRIMARY KEY, \"MailAddress.City\" TEXT, \"order\" TEXT)",
            Columns.Key with { Column = "the id" },
            Columns.Of("MailAddress.City", PropertyType.String),
            Columns.Of("order", PropertyType.String)).With(entity => entity with { Table = "select \"from" });

        var outcomes = await bed.WriteAsync(bed.Create("a", ("MailAddress.City", Value.Text("Oslo")), ("order", Value.Text("1"))));
        outcomes.Single().Should().BeOfType<Written>();
        outcomes = await bed.WriteAsync(bed.Update("a", ("MailAddress.City", Value.Text("Oslo"), Value.Text("Bergen"))));

        outcomes.Single().Should().BeOfType<Written>();
        (await bed.ReadAsync()).Records.Single().Values.Should().Equal(Value.Text("a"), Value.Text("Bergen"), Value.Text("1"));
    }

    [Test]
    public async Task Whole_numbers_are_keys_in_plain_digits()
    {
        await using var bed = new SqlBed(
            "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO customer VALUES (-1, 'a'), (1000000, 'b')", Columns.NumberKey, Columns.Name);

        (await bed.ReadAsync()).Records.Select(record => record.Key).Should().Equal("-1", "1000000");
        (await bed.LookUpAsync("1000000", "01000000", "x")).Records.Should().ContainSingle().Which.Key.Should().Be("1000000");
        (await bed.WriteAsync(bed.Update("1000000", ("name", Value.Text("b"), Value.Text("c"))))).Single().Should().BeOfType<Written>();
    }

    private static SqlBed MakeBed(string property, string sql) =>
        new SqlBed($"CREATE TABLE customer (id TEXT PRIMARY KEY, name TEXT, {property}, modified); {sql}", Columns.Key, Columns.Name, Columns.Of(property, PropertyType.DateTime), Columns.Modified)
            .With(Columns.WithModified);

    private static Value Instant(string text) =>
        Value.DateTime(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));
}

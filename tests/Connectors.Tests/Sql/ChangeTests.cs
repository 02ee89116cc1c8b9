using SesamTalk.Connectors.Sql.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Sql;

/// <summary>Finding what changed by a modification column: nothing is missed, and a quiet table costs next to nothing (clause O1).</summary>
[Clause("O1")]
public sealed class ChangeTests
{
    private const string Table = "CREATE TABLE customer (id TEXT PRIMARY KEY, modified);";

    // The clock of the tests stands at 2026-01-05 08:00.
    [TestCase("'2026-01-05T07:00:00.000Z'", "'2026-01-05T07:00:00.001Z'")]
    [TestCase("'2026-01-05T07:00:00.5Z'", "'2026-01-05T07:00:00.500001Z'")]
    [TestCase("'2026-01-05T07:00:00Z'", "'2026-01-05T07:00:00.5Z'")]
    [TestCase("'2026-01-05T07:00:00.123Z'", "'2026-01-05T07:00:01Z'")]
    [TestCase("'2026-01-05 07:00:00'", "'2026-01-05 07:00:00'")]
    [TestCase("'2026-01-05 07:00:00'", "'2026-01-05T07:00:01Z'")]
    [TestCase("'2026-01-05T07:00:00Z'", "'2026-01-05 07:00:01'")]
    [TestCase("'2026-01-05T07:00:00Z'", "'2026-01-06 00:00:00'")]
    [TestCase("'2026-01-05T07:00:00Z'", "1767596401000")]
    [TestCase("1767596400000", "1767596400001")]
    [TestCase("1767596400000", "'2026-01-05T07:00:01Z'")]
    [TestCase("'2026-01-05T07:00:01'", "'2026-01-05T07:00:01'")]
    [TestCase("'2026-01-05'", "'2026-01-05'")]
    [TestCase("'2026-01-05T07:00:00+02:00'", "'2026-01-05T05:00:01Z'")]
    [TestCase("'2026-01-05T07:00:00-05:00'", "'2026-01-05T07:00:01-05:00'")]
    [TestCase("'2026-01-05T07:00:00Z'", "NULL")]
    public async Task A_later_time_is_found_whatever_the_spelling_of_both(string before, string after)
    {
        await using var bed = MakeBed($"{Table} INSERT INTO customer VALUES ('a', {before}), ('o', '2020-01-01T00:00:00Z')");
        var cursor = (await bed.ReadAsync()).Cursor!;
        bed.Execute($"INSERT INTO customer VALUES ('b', {after})");

        var read = await bed.ReadSinceAsync(cursor);

        read.Records.Select(record => record.Key).Should().Contain("b").And.NotContain("o");
    }

    [TestCase("'2026-01-05T07:00:00.000Z'")]
    [TestCase("'2026-01-05 07:00:00'")]
    [TestCase("1767596400000")]
    [TestCase("'2026-01-05T09:00:00+02:00'")]
    public async Task A_quiet_table_shows_its_latest_record_and_no_more(string latest)
    {
        await using var bed = MakeBed($"{Table} INSERT INTO customer VALUES ('a', {latest}), ('b', '2026-01-04T07:00:00Z')");
        var cursor = (await bed.ReadAsync()).Cursor!;

        for (var i = 0; i < 3; i++)
        {
            var read = await bed.ReadSinceAsync(cursor);
            read.Records.Select(record => record.Key).Should().Equal("a");
            cursor = read.Cursor!;
        }
    }

    [Test]
    public async Task A_local_time_is_not_missed_when_the_clocks_go_back()
    {
        await using var bed = MakeBed($"{Table} INSERT INTO customer VALUES ('a', '2025-10-26 02:50:00')").With("time_zone", "Europe/Oslo");
        var cursor = (await bed.ReadAsync()).Cursor!;
        bed.Execute("INSERT INTO customer VALUES ('b', '2025-10-26 02:55:00'), ('c', '2025-10-26 03:00:00')");

        var read = await bed.ReadSinceAsync(cursor);

        read.Records.Select(record => record.Key).Should().Contain(["b", "c"]);
    }

    [Test]
    public async Task A_record_that_was_saved_a_little_after_its_time_is_found()
    {
        await using var bed = MakeBed($"{Table} INSERT INTO customer VALUES ('a', '2026-01-05T07:59:59.900Z')");
        var cursor = (await bed.ReadAsync()).Cursor!;
        bed.Execute("INSERT INTO customer VALUES ('late', '2026-01-05T07:59:58.000Z')");

        (await bed.ReadSinceAsync(cursor)).Records.Select(record => record.Key).Should().BeEquivalentTo("a", "late");
    }

    [Test]
    public async Task How_late_a_record_may_be_saved_is_a_setting()
    {
        await using var bed = MakeBed($"{Table} INSERT INTO customer VALUES ('a', '2026-01-05T07:59:59.900Z')").With("overlap", "1h");
        var cursor = (await bed.ReadAsync()).Cursor!;
        bed.Execute("INSERT INTO customer VALUES ('late', '2026-01-05T07:00:00Z'), ('too late', '2026-01-05T06:59:59Z')");

        (await bed.ReadSinceAsync(cursor)).Records.Select(record => record.Key).Should().BeEquivalentTo("a", "late");
    }

    [Test]
    public async Task A_time_in_the_future_hides_nothing()
    {
        await using var bed = MakeBed($"{Table} INSERT INTO customer VALUES ('future', '2999-01-01T00:00:00Z')");
        var cursor = (await bed.ReadAsync()).Cursor!;
        bed.Clock.Advance(TimeSpan.FromMinutes(1));
        cursor = (await bed.ReadSinceAsync(cursor)).Cursor!;
        bed.Execute("INSERT INTO customer VALUES ('b', '2026-01-05T08:01:00Z')");

        (await bed.ReadSinceAsync(cursor)).Records.Select(record => record.Key).Should().Contain("b");
    }

    [Test]
    public async Task Many_records_with_one_time_do_not_come_again_for_ever()
    {
        await using var bed = MakeBed($"""
            {Table}
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
            INSERT INTO customer SELECT 'k' || i, '2026-01-05T07:00:00.000Z' FROM n;
            """);
        var cursor = (await bed.ReadAsync()).Cursor!;

        (await bed.ReadSinceAsync(cursor)).Records.Should().BeEmpty();
        bed.Execute("UPDATE customer SET modified = '2026-01-05T08:00:00.000Z' WHERE id = 'k7'");
        (await bed.ReadSinceAsync(cursor)).Records.Select(record => record.Key).Should().Equal("k7");
    }

    [Test]
    public async Task A_table_that_was_empty_shows_its_first_records_whatever_their_time()
    {
        await using var bed = MakeBed(Table);
        var cursor = (await bed.ReadAsync()).Cursor!;
        bed.Execute("INSERT INTO customer VALUES ('old', '1999-01-01')");

        (await bed.ReadSinceAsync(cursor)).Records.Select(record => record.Key).Should().Equal("old");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task The_index_on_the_modification_column_is_used(bool isNotNull)
    {
        var table = isNotNull ? "CREATE TABLE customer (id TEXT PRIMARY KEY, modified TEXT NOT NULL);" : Table;
        await using var bed = MakeBed($"{table} CREATE INDEX customer_modified ON customer (modified);");

        using var plan = bed.Database.Prepare($"EXPLAIN QUERY PLAN SELECT * FROM customer WHERE {ChangeRead.Condition("modified", isNotNull)}");
        var steps = new List<string>();
        while (plan.Step())
        {
            steps.Add(plan.Text(3));
        }

        steps.Should().NotBeEmpty().And.NotContain(step => step.Contains("SCAN", StringComparison.Ordinal));
    }

    [Test]
    public async Task The_cursor_of_another_column_is_void()
    {
        await using var bed = MakeBed(Table);
        var read = async () => await bed.ReadSinceAsync("2026-01-01T00:00:00.0000000Z utc changed_at");

        await read.Should().ThrowAsync<CursorVoidException>();
    }

    private static SqlBed MakeBed(string sql) => new SqlBed(sql, Columns.Key, Columns.Modified).With(Columns.WithModified);
}

using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Sql;

/// <summary>Databases that have a will of their own: what they make of a value is in the answer (clauses O6, W3).</summary>
[Clause("W3")]
public sealed class TriggerTests
{
    private const string Table = "CREATE TABLE customer (id TEXT PRIMARY KEY, name TEXT, price REAL, modified TEXT);";

    [TestCase("trim(name)", "  Anna ", "Anna")]
    [TestCase("upper(name)", "Anna", "ANNA")]
    [TestCase("substr(name, 1, 3)", "Annabel", "Ann")]
    public async Task A_text_that_a_trigger_rewrites_is_answered_as_rewritten(string expression, string given, string stored)
    {
        await using var bed = MakeBed($"""
            {Table}
            CREATE TRIGGER i AFTER INSERT ON customer BEGIN UPDATE customer SET name = {expression} WHERE id = NEW.id; END;
            CREATE TRIGGER u AFTER UPDATE ON customer WHEN NEW.name <> {expression.Replace("name", "NEW.name", StringComparison.Ordinal)}
            BEGIN UPDATE customer SET name = {expression} WHERE id = NEW.id; END;
            INSERT INTO customer (id) VALUES ('b');
            """);

        var outcomes = await bed.WriteAsync(
            bed.Create("a", ("name", Value.Text(given))), bed.Update("b", ("name", Value.None, Value.Text(given))));

        outcomes.Cast<Written>().Select(written => bed.Of(written.Stored!, "name")).Should().AllBeEquivalentTo(Value.Text(stored));
    }

    [Test]
    public async Task A_number_that_a_trigger_rounds_is_answered_as_rounded()
    {
        await using var bed = MakeBed($"{Table} CREATE TRIGGER i AFTER INSERT ON customer BEGIN UPDATE customer SET price = round(price, 2) WHERE id = NEW.id; END;");

        var outcomes = await bed.WriteAsync(bed.Create("a", ("price", Value.Decimal(1.239m))));

        bed.Of(((Written)outcomes.Single()).Stored!, "price").Should().Be(Value.Decimal(1.24m));
    }

    [Test]
    public async Task A_column_that_turns_texts_into_numbers_is_answered_as_it_stores()
    {
        await using var bed = new SqlBed("CREATE TABLE customer (id TEXT PRIMARY KEY, name NUMERIC, note TEXT DEFAULT 'new', twice AS (name || name))",
            Columns.Key, Columns.Name, Columns.Of("note", PropertyType.String), Columns.Of("twice", PropertyType.String));

        var outcomes = await bed.WriteAsync(bed.Create("a", ("name", Value.Text("007"))));

        ((Written)outcomes.Single()).Stored!.Values.Should().Equal(Value.Text("a"), Value.Text("7"), Value.Text("new"), Value.Text("77"));
    }

    [Test]
    public async Task The_modification_time_of_a_trigger_wins()
    {
        await using var bed = MakeBed($"{Table} CREATE TRIGGER i AFTER INSERT ON customer BEGIN UPDATE customer SET modified = '2030-01-01T00:00:00Z' WHERE id = NEW.id; END;");

        var outcomes = await bed.WriteAsync(bed.Create("a"));

        ((Written)outcomes.Single()).Stored!.Modified.Should().Be(new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    [Test]
    [Clause("W4")]
    public async Task A_trigger_that_rejects_a_record_is_heard_in_its_own_words()
    {
        await using var bed = MakeBed($"""
            {Table}
            CREATE TRIGGER i BEFORE INSERT ON customer WHEN NEW.name = 'Eve' BEGIN SELECT RAISE(ABORT, 'no Eves here'); END;
            """);

        var outcomes = await bed.WriteAsync(bed.Create("a"), bed.Create("b", ("name", Value.Text("Eve"))), bed.Create("c"));

        outcomes[1].Should().Be(new Rejected("the system says: no Eves here"));
        bed.Scalar("SELECT group_concat(id) FROM customer").Should().Be("a,c");
    }

    [Test]
    [Clause("W5")]
    public async Task A_trigger_that_undoes_the_whole_batch_fails_it_and_rejects_the_record_alone()
    {
        await using var bed = MakeBed($"""
            {Table}
            CREATE TRIGGER i BEFORE INSERT ON customer WHEN NEW.name = 'Eve' BEGIN SELECT RAISE(ROLLBACK, 'no Eves here'); END;
            """);
        var eve = bed.Create("b", ("name", Value.Text("Eve")));

        var together = () => bed.WriteAsync(bed.Create("a"), eve, bed.Create("c"));

        (await together.Should().ThrowAsync<BatchFailedException>()).Which.Message.Should().Be("the system says: no Eves here");
        bed.Scalar("SELECT count(*) FROM customer").Should().Be("0");
        (await bed.WriteAsync(eve)).Should().Equal(new Rejected("the system says: no Eves here"));
        (await bed.WriteAsync(bed.Create("a"))).Single().Should().BeOfType<Written>();
    }

    [Test]
    public async Task A_trigger_that_silently_ignores_a_record_is_no_success()
    {
        await using var bed = MakeBed($"""
            {Table}
            CREATE TRIGGER i BEFORE INSERT ON customer BEGIN SELECT RAISE(IGNORE); END;
            CREATE TRIGGER u BEFORE UPDATE ON customer BEGIN SELECT RAISE(IGNORE); END;
            """);
        bed.Execute("DROP TRIGGER i; INSERT INTO customer (id) VALUES ('b');");
        bed.Execute("CREATE TRIGGER i BEFORE INSERT ON customer BEGIN SELECT RAISE(IGNORE); END;");

        var outcomes = await bed.WriteAsync(bed.Create("a"), bed.Update("b", ("name", Value.None, Value.Text("x"))));

        outcomes.Should().Equal(
            new Rejected("the table left the record out, and does not say why"), new Rejected("the table left the record as it was, and does not say why"));
    }

    [Test]
    public async Task A_key_that_a_trigger_gives_is_told()
    {
        await using var bed = MakeBed($"{Table} CREATE TRIGGER i AFTER INSERT ON customer BEGIN UPDATE customer SET id = 'K-' || NEW.name WHERE rowid = NEW.rowid; END;")
            .With(Columns.WithNumbers);

        var outcomes = await bed.WriteAsync(bed.Create(null, ("name", Value.Text("Anna"))));

        ((Written)outcomes.Single()).Key.Should().Be("K-Anna");
    }

    [Test]
    public async Task A_record_to_which_the_database_gives_no_key_is_taken_back()
    {
        await using var bed = MakeBed(Table).With(Columns.WithNumbers);

        var outcomes = await bed.WriteAsync(bed.Create(null, ("name", Value.Text("Anna"))));

        outcomes.Should().Equal(new Rejected("the system gave the record no 'id', which is its key, so it was taken back"));
        bed.Scalar("SELECT count(*) FROM customer").Should().Be("0");
    }

    private static SqlBed MakeBed(string sql) =>
        new SqlBed(sql, Columns.Key, Columns.Name, Columns.Of("price", PropertyType.Decimal), Columns.Modified).With(Columns.WithModified);
}

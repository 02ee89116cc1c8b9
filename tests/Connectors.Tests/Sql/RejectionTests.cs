using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Sql;

/// <summary>What a database does not accept is told in its own words; what the description forbids, before it is asked (clause W4).</summary>
[Clause("W4")]
public sealed class RejectionTests
{
    [Test]
    public async Task Constraints_speak_for_themselves()
    {
        await using var bed = new SqlBed(
            "CREATE TABLE customer (id TEXT PRIMARY KEY, name TEXT NOT NULL, no TEXT UNIQUE, CHECK (name <> 'x')); INSERT INTO customer VALUES ('z', 'Zoe', '1');",
            Columns.Key, Columns.Name, Columns.Of("no", PropertyType.String));
        var name = ("name", Value.Text("Anna"));

        var outcomes = await bed.WriteAsync(
            bed.Create("a"), bed.Create("b", name, ("no", Value.Text("1"))), bed.Create("c", ("name", Value.Text("x"))), bed.Create("z", name), bed.Create("d", name));

        outcomes.Take(4).Cast<Rejected>().Select(rejected => rejected.Message).Should().Equal(
            "the system says: NOT NULL constraint failed: customer.name",
            "the system says: UNIQUE constraint failed: customer.no",
            "the system says: CHECK constraint failed: name <> 'x'",
            "the system says: UNIQUE constraint failed: customer.id");
        outcomes[4].Should().BeOfType<Written>();
    }

    [Test]
    public async Task A_reference_to_nothing_is_rejected_alone()
    {
        await using var bed = MakeReferences("REFERENCES country (id)");

        var outcomes = await bed.WriteAsync(
            bed.Create("a", ("country", Value.Text("XX"))), bed.Create("b", ("country", Value.Text("NO"))));

        outcomes[0].Should().Be(new Rejected("the system says: FOREIGN KEY constraint failed"));
        outcomes[1].Should().BeOfType<Written>();
    }

    [Test]
    [Clause("W5")]
    public async Task A_reference_to_nothing_that_shows_only_at_the_end_fails_the_batch_and_then_the_record_alone()
    {
        await using var bed = MakeReferences("REFERENCES country (id) DEFERRABLE INITIALLY DEFERRED");
        var bad = bed.Create("a", ("country", Value.Text("XX")));

        var together = () => bed.WriteAsync(bad, bed.Create("b", ("country", Value.Text("NO"))));

        (await together.Should().ThrowAsync<BatchFailedException>()).Which.Message.Should().Be("the system says: FOREIGN KEY constraint failed");
        (await bed.WriteAsync(bad)).Should().Equal(new Rejected("the system says: FOREIGN KEY constraint failed"));
        bed.Scalar("SELECT count(*) FROM customer").Should().Be("0");
    }

    [Test]
    public async Task What_the_description_forbids_is_told_in_plain_words()
    {
        await using var bed = new SqlBed(
            "CREATE TABLE customer (id TEXT PRIMARY KEY, name TEXT, code TEXT, total REAL)",
            Columns.Key,
            Columns.Name with { Mandatory = true, MaxLength = 5 },
            Columns.Of("code", PropertyType.String) with { Access = Descriptions.WriteAccess.CreateOnly },
            Columns.Of("total", PropertyType.Decimal) with { Access = Descriptions.WriteAccess.Never });
        var name = ("name", Value.Text("Anna"));

        var outcomes = await bed.WriteAsync(
            bed.Create("a"),
            bed.Create("b", ("name", Value.Text("Annabel"))),
            bed.Create("c", name, ("total", Value.Decimal(1))),
            bed.Update("d", ("code", Value.None, Value.Text("1"))),
            bed.Update("e", ("name", name.Item2, Value.None)),
            bed.Create(null, name),
            bed.Create("g", ("name", Value.Text("\ud83d"))),
            bed.Create("h", name, ("code", Value.List([Value.Text("1")]))));

        outcomes.Cast<Rejected>().Select(rejected => rejected.Message).Should().Equal(
            "'name' is mandatory, and no value was given",
            "'name' holds at most 5 characters, and 7 were given",
            "'total' cannot be written: the system fills it",
            "'code' cannot be changed: it is written only when a record is created",
            "'name' is mandatory, and cannot be emptied",
            "a record of Customer needs a key, and none was given",
            "'name' was given a text with half a character (one of two surrogates)",
            "'code' is a column, and a column does not hold a list");
    }

    [Test]
    public async Task An_entity_that_may_only_be_read_rejects_every_write()
    {
        await using var bed = new SqlBed("CREATE TABLE customer (id TEXT PRIMARY KEY, name TEXT)", Columns.Key, Columns.Name)
            .With(entity => entity with { CanCreate = false, CanUpdate = false, CanDelete = false });

        var outcomes = await bed.WriteAsync(bed.Create("a"), bed.Update("b"), new DeleteRequest("c", []));

        outcomes.Should().Equal(
            new Rejected("records of Customer cannot be created, as its description says"),
            new Rejected("records of Customer cannot be changed, as its description says"),
            new Rejected("records of Customer cannot be deleted, as its description says"));
    }

    [Test]
    public async Task A_key_given_to_a_table_that_numbers_its_records_is_rejected()
    {
        await using var bed = new SqlBed("CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT)", Columns.NumberKey, Columns.Name).With(Columns.WithNumbers);

        var outcomes = await bed.WriteAsync(bed.Create("7"), bed.Create(null));

        outcomes[0].Should().Be(new Rejected("Customer gives its keys itself, so the key '7' cannot be taken"));
        outcomes[1].Should().BeOfType<Written>().Which.Key.Should().Be("1");
    }

    private static SqlBed MakeReferences(string reference) => new(
        $"CREATE TABLE country (id TEXT PRIMARY KEY); INSERT INTO country VALUES ('NO'); CREATE TABLE customer (id TEXT PRIMARY KEY, country TEXT {reference});",
        Columns.Key,
        Columns.Of("country", PropertyType.String));
}

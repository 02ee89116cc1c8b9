using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Conformance.Suites;

/// <summary>Creating, changing and deleting records (clauses W1 to W4).</summary>
public abstract class WriteConformance(Func<Subject> make) : ConformanceFixture(make)
{
    private static readonly Value Anna = Value.Text("Anna");
    private static readonly Value Berta = Value.Text("Berta");

    [Test]
    public async Task A_record_that_is_created_is_there()
    {
        var outcomes = await WriteAsync(Create("a", ("name", Anna), ("code", Value.Text("c1")), ("count", Value.Integer(7))));

        outcomes.Should().ContainSingle().Which.Should().BeOfType<Written>().Which.Key.Should().Be("a");
        var record = (await FindAsync("a"))!;
        record.Of("name").Should().Be(Anna);
        record.Of("code").Should().Be(Value.Text("c1"));
        record.Of("count").Should().Be(Value.Integer(7));
        record.Of("note").Should().Be(Value.None);
    }

    [Test]
    public async Task A_system_that_gives_keys_tells_the_one_it_gave()
    {
        Needs(_ => Subject.HasNumbered, "keys that are numbers");
        var name = Things.NumberedShape.IndexOf("name");
        CreateRequest[] requests = [new(null, [new(name, Anna)], "1"), new(null, [new(name, Berta)], "2")];

        var outcomes = await Subject.Writer.WriteAsync(new WriteBatch(Things.Numbered, Things.NumberedShape, requests), CancellationToken.None);

        var keys = outcomes.Cast<Written>().Select(written => written.Key).ToList();
        keys.Should().OnlyHaveUniqueItems();
        var found = await Subject.KeyLookup.LookUpAsync(new(Things.Numbered, Things.NumberedShape), keys, CancellationToken.None);
        found.Records.ToDictionary(record => record.Key, record => record.Values[name])
            .Should().BeEquivalentTo(new Dictionary<string, Value> { [keys[0]] = Anna, [keys[1]] = Berta });
    }

    [Test]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        Subject.Add("a", ("name", Anna), ("note", Value.Text("stays")), ("count", Value.Integer(1)));

        var outcomes = await WriteAsync(Update("a", ("count", Value.Integer(1), Value.Integer(2)), ("price", Value.None, Value.Decimal(1.5m))));

        outcomes.Single().Should().BeOfType<Written>();
        var record = (await FindAsync("a"))!;
        (record.Of("name"), record.Of("note"), record.Of("count"), record.Of("price"))
            .Should().Be((Anna, Value.Text("stays"), Value.Integer(2), Value.Decimal(1.5m)));
    }

    [Test]
    public async Task A_value_can_be_emptied()
    {
        Subject.Add("a", ("name", Anna), ("note", Value.Text("goes")));

        await WriteAsync(Update("a", ("note", Value.Text("goes"), Value.None)));

        (await FindAsync("a"))!.Of("note").Should().Be(Value.None);
    }

    [Test]
    public async Task A_record_that_is_deleted_is_gone()
    {
        Subject.Add("a", ("name", Anna));
        Subject.Add("b", ("name", Anna));

        var outcomes = await WriteAsync(Delete("a", ("name", Anna)));

        outcomes.Single().Should().Be(new Written("a", null));
        (await FindAsync("a")).Should().BeNull();
        (await FindAsync("b")).Should().NotBeNull();
    }

    [Test]
    [Clause("W2")]
    public async Task An_edit_that_nobody_has_seen_is_not_overwritten()
    {
        Needs(c => c.WritesConditionally, "conditional write");
        Subject.Add("a", ("name", Anna), ("note", Value.Text("old")));
        Subject.Edit("a", "note", Value.Text("edited"));

        var outcomes = await WriteAsync(Update("a", ("note", Value.Text("old"), Value.Text("new"))));

        var changed = outcomes.Single().Should().BeOfType<Changed>().Which;
        if (Capabilities.AnswersWithStoredState)
        {
            changed.Current!.Of("note").Should().Be(Value.Text("edited"));
            changed.Current!.Key.Should().Be("a");
        }

        (await FindAsync("a"))!.Of("note").Should().Be(Value.Text("edited"));
    }

    [Test]
    [Clause("W2")]
    public async Task An_emptied_and_a_filled_property_are_edits_as_well()
    {
        Needs(c => c.WritesConditionally, "conditional write");
        Subject.Add("a", ("name", Anna), ("note", Value.Text("old")));
        Subject.Edit("a", "note", Value.None);
        Subject.Edit("a", "count", Value.Integer(1));

        var outcomes = await WriteAsync(Update("a", ("note", Value.Text("old"), Value.Text("new"))));
        outcomes.Single().Should().BeOfType<Changed>();

        outcomes = await WriteAsync(Update("a", ("count", Value.None, Value.Integer(2))));
        outcomes.Single().Should().BeOfType<Changed>();
    }

    [Test]
    [Clause("W2")]
    public async Task An_edit_of_another_property_does_not_stand_in_the_way()
    {
        Subject.Add("a", ("name", Anna), ("note", Value.Text("old")));
        Subject.Edit("a", "name", Berta);

        var outcomes = await WriteAsync(Update("a", ("note", Value.Text("old"), Value.Text("new"))));

        outcomes.Single().Should().BeOfType<Written>();
        (await FindAsync("a"))!.Of("name").Should().Be(Berta);
    }

    [Test]
    [Clause("W2")]
    public async Task A_record_that_is_gone_is_told_as_changed_to_nothing()
    {
        Subject.Add("a", ("name", Anna));
        Subject.Add("b", ("name", Anna));
        Subject.Delete("a");
        Subject.Delete("b");

        var outcomes = await WriteAsync(Update("a", ("name", Anna, Berta)), Delete("b", ("name", Anna)));

        outcomes.Should().AllBeEquivalentTo(new Changed(null));
        (await FindAsync("a")).Should().BeNull();
    }

    [Test]
    [Clause("W2")]
    public async Task A_record_that_was_edited_is_not_deleted()
    {
        Needs(c => c.WritesConditionally, "conditional write");
        Subject.Add("a", ("name", Anna));
        Subject.Edit("a", "name", Berta);

        var outcomes = await WriteAsync(Delete("a", ("name", Anna)));

        outcomes.Single().Should().BeOfType<Changed>();
        (await FindAsync("a")).Should().NotBeNull();
    }

    [Test]
    [Clause("W3")]
    public async Task The_answer_shows_the_record_as_stored()
    {
        Needs(c => c.AnswersWithStoredState, "answers with the stored state");
        Subject.Add("b", ("name", Berta), ("note", Value.Text("n")));
        Subject.Clock.Advance(TimeSpan.FromSeconds(5));

        var outcomes = await WriteAsync(
            Create("a", ("name", Anna), ("price", Value.Decimal(12.50m))), Update("b", ("count", Value.None, Value.Integer(2))));

        var stored = outcomes.Cast<Written>().Select(written => written.Stored!).ToList();
        stored[0].Should().BeEquivalentTo(await FindAsync("a"));
        stored[1].Should().BeEquivalentTo(await FindAsync("b"));
        stored[1].Of("note").Should().Be(Value.Text("n"));
        if (Capabilities.GivesModificationTimes)
        {
            stored.Should().OnlyContain(record => record.Modified == Subject.Clock.GetUtcNow().UtcDateTime);
        }
    }

    [Test]
    [Clause("W4")]
    public async Task A_record_that_is_rejected_does_not_stop_its_neighbours()
    {
        Subject.Add("b", ("name", Berta));
        Subject.RejectNote("poison");

        var outcomes = await WriteAsync(
            Create("a", ("name", Anna)),
            Create("x", ("name", Anna), ("note", Value.Text("poison"))),
            Update("b", ("note", Value.None, Value.Text("poison"))),
            Create("c", ("name", Anna)));

        outcomes.Select(outcome => outcome.GetType()).Should().Equal(typeof(Written), typeof(Rejected), typeof(Rejected), typeof(Written));
        Keys(await ReadAsync()).Should().BeEquivalentTo("a", "b", "c");
        (await FindAsync("b"))!.Of("note").Should().Be(Value.None);
    }

    [Test]
    [Clause("W4")]
    public async Task What_the_description_forbids_is_rejected_with_the_name_of_the_property()
    {
        Subject.Add("b", ("name", Berta), ("code", Value.Text("1")));

        var outcomes = await WriteAsync(
            Create("a"),
            Create("c", ("name", Value.Text(new string('x', 41)))),
            Create("d", ("name", Anna), ("modified", Value.DateTime(DateTime.UnixEpoch))),
            Update("b", ("code", Value.Text("1"), Value.Text("2"))));

        outcomes.Cast<Rejected>().Select(rejected => rejected.Message).Should().SatisfyRespectively(
            message => message.Should().Contain("'name'"),
            message => message.Should().Contain("'name'").And.Contain("40"),
            message => message.Should().Contain("'modified'"),
            message => message.Should().Contain("'code'"));
        Keys(await ReadAsync()).Should().BeEquivalentTo("b");
    }

    [Test]
    [Clause("W4")]
    public async Task A_key_that_exists_is_rejected_and_its_record_stays_as_it_is()
    {
        Needs(c => c.TakesKeys, "keys given by the client");
        Subject.Add("a", ("name", Anna));

        var outcomes = await WriteAsync(Create("a", ("name", Berta)) with { IdempotencyKey = "of somebody else" });

        outcomes.Single().Should().BeOfType<Rejected>();
        (await FindAsync("a"))!.Of("name").Should().Be(Anna);
    }

    [Test]
    public async Task Outcomes_come_in_the_order_of_the_requests()
    {
        int[] order = [2, 0, 1];
        Subject.AddMany(3);

        var outcomes = await WriteAsync(
            [.. order.Select(i => Update(Things.Key(i), ("name", Value.Text($"name {i}"), Value.Text("new"))))]);

        outcomes.Cast<Written>().Select(written => written.Key).Should().Equal(Things.Key(2), Things.Key(0), Things.Key(1));
    }

    [Test]
    public async Task A_thousand_records_are_written_in_one_call()
    {
        var count = Math.Min(1000, Capabilities.WriteBatchSize);

        var outcomes = await WriteAsync([.. Enumerable.Range(0, count).Select(i => Create(Things.Key(i), ("name", Value.Text($"n{i}"))))]);

        outcomes.Should().AllBeOfType<Written>();
        Keys(await ReadAsync()).Should().HaveCount(count);
    }

    [Test]
    public async Task Different_properties_may_be_written_in_one_call()
    {
        await WriteAsync(
            Create("a", ("name", Anna)), Create("b", ("note", Value.Text("n")), ("name", Berta)), Create("c", ("name", Anna), ("count", Value.None)));

        (await FindAsync("b"))!.Of("note").Should().Be(Value.Text("n"));
        (await FindAsync("c"))!.Of("count").Should().Be(Value.None);
    }

    [Test]
    public async Task A_write_that_is_cancelled_before_it_begins_writes_nothing()
    {
        var write = () => Subject.Writer.WriteAsync(
            new WriteBatch(Things.Entity, Things.Shape, [Create("a", ("name", Anna))]), new CancellationToken(canceled: true));

        await write.Should().ThrowAsync<OperationCanceledException>();
        (await FindAsync("a")).Should().BeNull();
    }
}

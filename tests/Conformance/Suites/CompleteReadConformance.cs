using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;

namespace SesamTalk.Conformance.Suites;

/// <summary>Reading every record (clause O1).</summary>
[Clause("O1")]
public abstract class CompleteReadConformance(Func<Subject> make) : ConformanceFixture(make)
{
    [SetUp]
    public void CheckAbility() => Needs(c => c.ReadsComplete, "complete read");

    [Test]
    public async Task An_empty_entity_gives_one_empty_batch()
    {
        var batches = await ReadAsync();

        batches.Should().ContainSingle().Which.Records.Should().BeEmpty();
    }

    [TestCase(1)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    [TestCase(10)]
    [TestCase(11)]
    public async Task Every_record_comes_once_whatever_the_edges_of_batches(int count)
    {
        Subject.AddMany(count);

        var batches = await ReadAsync(batchSize: 5);

        Keys(batches).Should().BeEquivalentTo(Enumerable.Range(0, count).Select(Things.Key));
        batches.Should().OnlyContain(batch => batch.Records.Count <= 5);
    }

    [TestCase(1, -1)]
    [TestCase(1, 0)]
    [TestCase(1, 1)]
    [TestCase(2, 0)]
    public async Task Every_record_comes_once_whatever_the_edges_of_the_pages_of_the_system(int pages, int more)
    {
        var count = (pages * Subject.PageSize) + more;
        Subject.AddMany(count);

        Keys(await ReadAsync(batchSize: Subject.PageSize)).Should().BeEquivalentTo(Enumerable.Range(0, count).Select(Things.Key));
    }

    [Test]
    public async Task Records_come_in_the_order_of_their_keys_where_the_capabilities_say_so()
    {
        Needs(c => c.ReadsInKeyOrder, "complete read in key order");
        foreach (var key in new[] { "b", "B", "a b", "ä", "a", "10", "9", "a-", "é", "Z" })
        {
            Subject.Add(key, ("name", Value.Text("x")));
        }

        var keys = Keys(await ReadAsync(batchSize: 3)).ToList();

        keys.Should().HaveCount(10).And.BeInAscendingOrder(StringComparer.Ordinal);
    }

    [Test]
    public async Task A_record_holds_the_properties_of_the_shape_in_its_order_and_no_others()
    {
        Subject.Add("a", ("name", Value.Text("Anna")), ("note", Value.Text("n")), ("count", Value.Integer(3)));
        var shape = new Shape([Things.Entity.Property("count")!, Things.Entity.Property("id")!, Things.Entity.Property("name")!]);

        var batches = await ListAsync(Subject.CompleteReader.ReadCompleteAsync(new ReadRequest(Things.Entity, shape), CancellationToken.None));

        batches.Single().Records.Single().Values.Should().Equal(Value.Integer(3), Value.Text("a"), Value.Text("Anna"));
    }

    [Test]
    public async Task A_property_without_a_value_is_read_as_none()
    {
        Subject.Add("a", ("name", Value.Text("Anna")));

        var record = (await ReadAsync()).Single().Records.Single();

        record.Of("note").Should().Be(Value.None);
        record.Of("price").Should().Be(Value.None);
        record.Of("at").Should().Be(Value.None);
    }

    [Test]
    public async Task A_record_carries_its_modification_time_where_the_capabilities_say_so()
    {
        Needs(c => c.GivesModificationTimes, "modification times");
        Subject.Clock.Advance(TimeSpan.FromMilliseconds(1234));
        var now = Subject.Clock.GetUtcNow().UtcDateTime;
        Subject.Add("a", ("name", Value.Text("Anna")));
        Subject.Clock.Advance(TimeSpan.FromHours(1));

        var record = (await ReadAsync()).Single().Records.Single();

        record.Modified.Should().Be(now);
        record.Modified!.Value.Kind.Should().Be(DateTimeKind.Utc);
    }

    [Test]
    public async Task Only_the_last_batch_ends_a_complete_read_with_a_cursor()
    {
        Needs(c => c.ReadsSince, "read since a cursor");
        Subject.AddMany(7);

        var batches = await ReadAsync(batchSize: 3);

        batches[^1].Cursor.Should().NotBeNullOrEmpty();
        batches.SkipLast(1).Should().OnlyContain(batch => batch.Cursor == null);
    }

    [Test]
    public async Task Several_reads_may_overlap()
    {
        Subject.AddMany(20);
        await using var first = Subject.CompleteReader.ReadCompleteAsync(Things.All with { BatchSize = 4 }, CancellationToken.None).GetAsyncEnumerator();
        (await first.MoveNextAsync()).Should().BeTrue();

        Keys(await ReadAsync(batchSize: 6)).Should().HaveCount(20);

        (await first.MoveNextAsync()).Should().BeTrue();
    }

    [Test]
    public async Task A_read_that_is_cancelled_does_not_end_as_if_it_were_complete()
    {
        Subject.AddMany(10);
        using var source = new CancellationTokenSource();
        var read = async () =>
        {
            await foreach (var _ in Subject.CompleteReader.ReadCompleteAsync(Things.All with { BatchSize = 2 }, source.Token))
            {
                await source.CancelAsync();
            }
        };

        await read.Should().ThrowAsync<OperationCanceledException>();
        Keys(await ReadAsync()).Should().HaveCount(10);
    }

    [Test]
    public async Task A_read_may_be_left_in_the_middle_and_begun_anew()
    {
        Subject.AddMany(10);
        await foreach (var _ in Subject.CompleteReader.ReadCompleteAsync(Things.All with { BatchSize = 2 }, CancellationToken.None))
        {
            break;
        }

        Keys(await ReadAsync()).Should().HaveCount(10);
    }
}

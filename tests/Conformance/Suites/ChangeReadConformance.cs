using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;

namespace SesamTalk.Conformance.Suites;

/// <summary>Reading what changed since a cursor (clause O1).</summary>
[Clause("O1")]
public abstract class ChangeReadConformance(Func<Subject> make) : ConformanceFixture(make)
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    [SetUp]
    public void CheckAbility() => Needs(c => c.ReadsSince, "read since a cursor");

    [Test]
    public async Task Records_that_were_added_or_edited_since_the_cursor_come()
    {
        Subject.AddMany(3);
        var cursor = await CompleteAsync();
        Subject.Clock.Advance(Later);
        Subject.Edit(Things.Key(1), "name", Value.Text("new name"));
        Subject.Add("n", ("name", Value.Text("new")));

        var (keys, _) = await SinceAsync(cursor);

        keys.Should().Contain([Things.Key(1), "n"]);
    }

    [Test]
    public async Task A_quiet_entity_soon_gives_a_few_records_at_most_again_and_again()
    {
        for (var i = 0; i < 50; i++)
        {
            Subject.Add(Things.Key(i), ("name", Value.Text("x")));
            Subject.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Subject.Clock.Advance(Later);
        var cursor = await CompleteAsync();
        for (var i = 0; i < 3; i++)
        {
            (var keys, cursor) = await SinceAsync(cursor);
            keys.Count.Should().BeLessThanOrEqualTo(1);
        }
    }

    [Test]
    public async Task There_is_a_batch_with_a_cursor_even_where_nothing_changed()
    {
        var cursor = await CompleteAsync();

        var batches = await ListAsync(Subject.ChangeReader.ReadSinceAsync(Things.All, cursor, CancellationToken.None));

        batches[^1].Cursor.Should().NotBeNullOrEmpty();
    }

    [Test]
    public async Task A_record_that_is_edited_at_the_very_time_of_the_cursor_comes()
    {
        Subject.Add("a", ("name", Value.Text("first")));
        var cursor = await CompleteAsync();
        Subject.Edit("a", "name", Value.Text("second"));
        Subject.Add("b", ("name", Value.Text("third")));

        var (keys, next) = await SinceAsync(cursor);
        keys.Should().BeEquivalentTo("a", "b");

        Subject.Edit("b", "name", Value.Text("fourth"));
        (keys, _) = await SinceAsync(next);
        keys.Should().Contain("b");
    }

    [Test]
    public async Task An_edit_between_two_batches_of_a_complete_read_is_shown_by_it_or_by_the_read_after_it()
    {
        Subject.AddMany(6);
        Subject.Clock.Advance(Later);
        var names = new Dictionary<string, string>();
        string? cursor = null;
        await foreach (var batch in Subject.CompleteReader.ReadCompleteAsync(Things.All with { BatchSize = 2 }, CancellationToken.None))
        {
            batch.Records.ToList().ForEach(record => names[record.Key] = record.Of("name").AsText);
            cursor = batch.Cursor;
            if (names.Count == 6)
            {
                Subject.Edit(Things.Key(0), "name", Value.Text("edited meanwhile"));
            }
        }

        foreach (var batch in await ListAsync(Subject.ChangeReader.ReadSinceAsync(Things.All, cursor!, CancellationToken.None)))
        {
            batch.Records.ToList().ForEach(record => names[record.Key] = record.Of("name").AsText);
        }

        names[Things.Key(0)].Should().Be("edited meanwhile");
    }

    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    public async Task Every_change_comes_once_whatever_the_edges_of_batches(int count)
    {
        var cursor = await CompleteAsync();
        Subject.AddMany(count);

        var batches = await ListAsync(Subject.ChangeReader.ReadSinceAsync(Things.All with { BatchSize = 5 }, cursor, CancellationToken.None));

        Keys(batches).Should().BeEquivalentTo(Enumerable.Range(0, count).Select(Things.Key));
        batches[^1].Cursor.Should().NotBeNullOrEmpty();
    }

    [TestCase(0)]
    [TestCase(1)]
    public async Task Changes_of_one_instant_come_once_whatever_the_edges_of_the_pages_of_the_system(int more)
    {
        var cursor = await CompleteAsync();
        var count = Subject.PageSize + more;
        Subject.AddMany(count);

        var (keys, _) = await SinceAsync(cursor);

        keys.Should().BeEquivalentTo(Enumerable.Range(0, count).Select(Things.Key));
    }

    [Test]
    public async Task A_read_since_a_cursor_that_is_cancelled_says_so()
    {
        var cursor = await CompleteAsync();
        var read = () => ListAsync(Subject.ChangeReader.ReadSinceAsync(Things.All, cursor, new CancellationToken(canceled: true)));

        await read.Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task What_the_adapter_itself_wrote_counts_as_changed()
    {
        Subject.Add("a", ("name", Value.Text("first")));
        var cursor = await CompleteAsync();
        Subject.Clock.Advance(Later);
        await WriteAsync(Update("a", ("name", Value.Text("first"), Value.Text("second"))), Create("b", ("name", Value.Text("x"))));

        var (keys, _) = await SinceAsync(cursor);

        keys.Should().Contain(["a", "b"]);
    }

    [Test]
    public async Task A_cursor_of_something_else_is_void()
    {
        var read = () => ListAsync(Subject.ChangeReader.ReadSinceAsync(Things.All, "99:of another system", CancellationToken.None));

        await read.Should().ThrowAsync<CursorVoidException>();
    }

    private async Task<string> CompleteAsync() => (await ReadAsync())[^1].Cursor!;

    private async Task<(List<string> Keys, string Cursor)> SinceAsync(string cursor)
    {
        var batches = await ListAsync(Subject.ChangeReader.ReadSinceAsync(Things.All, cursor, CancellationToken.None));
        return ([.. Keys(batches)], batches[^1].Cursor!);
    }
}

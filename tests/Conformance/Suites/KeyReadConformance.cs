using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;

namespace SesamTalk.Conformance.Suites;

/// <summary>Reading the keys of all records, and being told of deletes (clause O5).</summary>
[Clause("O5")]
public abstract class KeyReadConformance(Func<Subject> make) : ConformanceFixture(make)
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(5)]
    [TestCase(11)]
    public async Task Every_key_comes_once_whatever_the_edges_of_batches(int count)
    {
        Needs(c => c.ReadsKeys, "read of keys");
        Subject.AddMany(count);

        (await KeysAsync(batchSize: 5)).Should().BeEquivalentTo(Enumerable.Range(0, count).Select(Things.Key));
    }

    [Test]
    public async Task A_key_that_was_deleted_does_not_come()
    {
        Needs(c => c.ReadsKeys, "read of keys");
        Subject.AddMany(3);
        Subject.Delete(Things.Key(1));

        (await KeysAsync()).Should().BeEquivalentTo([Things.Key(0), Things.Key(2)]);
    }

    [Test]
    public async Task A_record_without_any_value_has_its_key_read()
    {
        Needs(c => c.ReadsKeys, "read of keys");
        Subject.Add("a", ("name", Value.Text("x")));

        (await KeysAsync()).Should().Equal("a");
    }

    [Test]
    public async Task A_read_of_keys_that_is_cancelled_does_not_end_as_if_it_were_complete()
    {
        Needs(c => c.ReadsKeys, "read of keys");
        Subject.AddMany(3);
        var read = () => ListAsync(((IKeyReader)Subject.System).ReadKeysAsync(Things.All, new CancellationToken(canceled: true)));

        await read.Should().ThrowAsync<OperationCanceledException>();
    }

    [Test]
    public async Task A_read_since_a_cursor_tells_what_was_deleted_since()
    {
        Needs(c => c.TellsDeletes, "delete feed");
        Subject.AddMany(3);
        Subject.Delete(Things.Key(0));
        var cursor = (await ReadAsync())[^1].Cursor!;
        Subject.Delete(Things.Key(1));

        (await DeletedAsync(cursor)).Should().Equal(Things.Key(1));
    }

    [Test]
    public async Task A_record_that_was_deleted_and_is_there_again_is_not_told_as_deleted()
    {
        Needs(c => c.TellsDeletes, "delete feed");
        Subject.AddMany(1);
        var cursor = (await ReadAsync())[^1].Cursor!;
        Subject.Delete(Things.Key(0));
        Subject.AddMany(1);

        (await DeletedAsync(cursor)).Should().BeEmpty();
    }

    private async Task<List<string>> KeysAsync(int batchSize = 1000) =>
        [.. (await ListAsync(((IKeyReader)Subject.System).ReadKeysAsync(Things.All with { BatchSize = batchSize }, CancellationToken.None))).SelectMany(keys => keys)];

    private async Task<List<string>> DeletedAsync(string cursor)
    {
        var batches = await ListAsync(Subject.ChangeReader.ReadSinceAsync(Things.All, cursor, CancellationToken.None));
        return [.. batches.SelectMany(batch => batch.Deleted)];
    }
}

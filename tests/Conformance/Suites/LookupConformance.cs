using SesamTalk.Connectors.Values;
using SesamTalk.TestKit;

namespace SesamTalk.Conformance.Suites;

/// <summary>Looking records up (clauses C3, W2).</summary>
[Clause("C3")]
public abstract class LookupConformance(Func<Subject> make) : ConformanceFixture(make)
{
    [TestCase(1)]
    [TestCase(17)]
    [TestCase(600)]
    public async Task Keys_find_their_records_and_no_others(int count)
    {
        Needs(c => c.LooksUpByKey, "look-up by key");
        Subject.AddMany(count + 5);

        var found = await Subject.KeyLookup.LookUpAsync(Things.All, [.. Enumerable.Range(0, count).Select(Things.Key)], CancellationToken.None);

        found.Records.Select(record => record.Key).Should().BeEquivalentTo(Enumerable.Range(0, count).Select(Things.Key));
        found.Faults.Should().BeEmpty();
    }

    [Test]
    public async Task A_key_without_a_record_is_not_among_what_is_found()
    {
        Needs(c => c.LooksUpByKey, "look-up by key");
        Subject.Add("a", ("name", Value.Text("Anna")));

        var found = await Subject.KeyLookup.LookUpAsync(Things.All, ["b", "a", "A", "a ", ""], CancellationToken.None);

        found.Records.Should().ContainSingle().Which.Of("name").Should().Be(Value.Text("Anna"));
    }

    [Test]
    public async Task A_key_that_is_asked_for_twice_is_found_once()
    {
        Needs(c => c.LooksUpByKey, "look-up by key");
        Subject.Add("a", ("name", Value.Text("Anna")));

        var found = await Subject.KeyLookup.LookUpAsync(Things.All, ["a", "a"], CancellationToken.None);

        found.Records.Should().ContainSingle();
    }

    [Test]
    public async Task No_keys_find_nothing()
    {
        Needs(c => c.LooksUpByKey, "look-up by key");
        Subject.Add("a", ("name", Value.Text("Anna")));

        (await Subject.KeyLookup.LookUpAsync(Things.All, [], CancellationToken.None)).Records.Should().BeEmpty();
    }

    [Test]
    public async Task Values_find_the_records_that_hold_all_of_them()
    {
        Needs(c => c.LooksUpByValues, "look-up by values");
        Subject.Add("a", ("name", Value.Text("Anna")), ("code", Value.Text("1")), ("count", Value.Integer(5)));
        Subject.Add("b", ("name", Value.Text("Anna")), ("code", Value.Text("2")), ("count", Value.Integer(6)));
        Subject.Add("c", ("name", Value.Text("anna")), ("code", Value.Text("3")), ("count", Value.Integer(7)));

        (await FindAsync(("name", Value.Text("Anna")))).Should().BeEquivalentTo("a", "b");
        (await FindAsync(("name", Value.Text("Anna")), ("code", Value.Text("1")))).Should().BeEquivalentTo("a");
        (await FindAsync(("count", Value.Integer(6)), ("name", Value.Text("Anna")))).Should().BeEquivalentTo("b");
        (await FindAsync(("name", Value.Text("Anna")), ("code", Value.Text("3")))).Should().BeEmpty();
        (await FindAsync(("code", Value.Text("4")))).Should().BeEmpty();
    }

    [Test]
    public async Task A_natural_key_finds_its_record_and_no_other()
    {
        Needs(c => c.LooksUpByValues, "look-up by values");
        Subject.Add("a", ("name", Value.Text("Anna")), ("code", Value.Text("11")));
        Subject.Add("b", ("name", Value.Text("Anna")), ("code", Value.Text("12")));

        (await FindAsync(("code", Value.Text("11")))).Should().Equal("a");
        (await FindAsync(("code", Value.Text("13")))).Should().BeEmpty();
    }

    [Test]
    public async Task A_look_up_that_is_cancelled_says_so()
    {
        Needs(c => c.LooksUpByKey, "look-up by key");
        var look = () => Subject.KeyLookup.LookUpAsync(Things.All, ["a"], new CancellationToken(canceled: true));

        await look.Should().ThrowAsync<OperationCanceledException>();
    }

    private async Task<List<string>> FindAsync(params (string Property, Value Value)[] wanted)
    {
        var found = await Subject.ValueLookup.FindAsync(
            Things.All, [.. wanted.Select(w => w.Property)], [.. wanted.Select(w => w.Value)], CancellationToken.None);
        return [.. found.Records.Select(record => record.Key)];
    }
}

using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Conformance.Suites;

/// <summary>Lists whose elements are made of properties, such as the lines of an order.</summary>
[Clause("R11")]
public abstract class ElementConformance(Func<Subject> make) : ConformanceFixture(make)
{
    private static readonly Value Two = Value.List([Things.Part(Value.None, 1, "bolt", 1.5m), Things.Part(Value.None, 2, "nut", 2)]);

    [Test]
    public async Task A_record_is_created_with_its_elements()
    {
        var stored = await CreateAsync("k1", Two);

        Shown(stored).Should().Equal("1 bolt 1.5", "2 nut 2");
        Shown((await FindAsync("k1"))!).Should().Equal("1 bolt 1.5", "2 nut 2");
        stored.Of("parts").AsList.Should().OnlyContain(part => !part.AsElement[0].IsNone, "the system gives them keys");
    }

    [Test]
    public async Task Elements_come_with_their_records_whatever_the_size_of_batches([Values(1, 2, 1000)] int batchSize)
    {
        for (var i = 0; i < 5; i++)
        {
            await CreateAsync(Things.Key(i), i == 3 && Subject.MayLackParts ? Value.None : Value.List([Things.Part(Value.None, 1, $"of {i}", i)]));
        }

        var records = (await ReadAsync(batchSize)).SelectMany(batch => batch.Records).OrderBy(record => record.Key, StringComparer.Ordinal);
        records.Select(record => string.Join('|', Shown(record))).Should().Equal("1 of 0 0", "1 of 1 1", "1 of 2 2", Subject.MayLackParts ? "" : "1 of 3 3", "1 of 4 4");
    }

    [Test]
    public async Task A_changed_list_is_written_element_by_element()
    {
        var before = (await CreateAsync("k1", Two)).Of("parts");
        var (bolt, nut) = (KeyOf(before, "bolt"), KeyOf(before, "nut"));
        var after = Value.List([Things.Part(nut, 2, "nut", 5), Things.Part(Value.None, 3, "pin", 1)]);
        var stored = await StoredAsync(Update("k1", ("parts", before, after)));

        Shown(stored).Should().Equal("2 nut 5", "3 pin 1");
        KeyOf(stored.Of("parts"), "nut").Should().Be(nut);
        KeyOf(stored.Of("parts"), "pin").Should().NotBe(bolt);
        (await FindAsync("k1"))!.Of("parts").Should().Be(stored.Of("parts"));
    }

    [Test]
    public async Task A_list_is_emptied_and_filled()
    {
        Needs(Subject.MayLackParts, "records without elements");
        var before = (await CreateAsync("k1", Two)).Of("parts");
        var emptied = await StoredAsync(Update("k1", ("parts", before, Value.None)));
        Shown(emptied).Should().BeEmpty();

        var stored = await StoredAsync(Update("k1", ("parts", emptied.Of("parts"), Two), ("name", Value.Text("thing"), Value.Text("other"))));
        Shown(stored).Should().HaveCount(2);
        stored.Of("name").AsText.Should().Be("other");
    }

    [Test]
    public async Task A_list_that_a_record_must_have_is_never_left_out()
    {
        Needs(!Subject.MayLackParts, "lists that are mandatory");
        var before = (await CreateAsync("k1", Two)).Of("parts");

        var outcomes = await WriteAsync(Update("k1", ("parts", before, Value.None)), Create("k2", ("name", Value.Text("thing"))));

        outcomes.Should().AllBeOfType<Rejected>();
        Shown((await FindAsync("k1"))!).Should().HaveCount(2);
        Keys(await ReadAsync()).Should().Equal("k1");
    }

    [Test, Clause("W2")]
    public async Task A_list_that_somebody_changed_is_left_alone()
    {
        Needs(capabilities => capabilities.WritesConditionally, "conditional writes");
        var before = (await CreateAsync("k1", Two)).Of("parts");
        Subject.Edit("k1", "parts", Value.List([Things.Part(Value.Integer(90), 1, "cap", 9)]));
        var outcome = await WriteAsync(Update("k1", ("parts", before, Value.None), ("note", Value.None, Value.Text("n"))));

        outcome.Single().Should().BeOfType<Changed>();
        Shown((await FindAsync("k1"))!).Should().Equal("1 cap 9");
        (await FindAsync("k1"))!.Of("note").IsNone.Should().BeTrue();
    }

    [Test]
    public async Task A_change_of_elements_moves_the_modification_time_of_the_record()
    {
        Needs(capabilities => capabilities.ReadsSince, "reads since a cursor");
        var before = (await CreateAsync("k1", Two)).Of("parts");
        var cursor = (await ReadAsync())[^1].Cursor!;
        Subject.Clock.Advance(TimeSpan.FromHours(1));
        await WriteAsync(Update("k1", ("parts", before, Value.List([before.AsList.Single(part => part.AsElement[2] == Value.Text("bolt"))]))));

        var since = await ListAsync(Subject.ChangeReader.ReadSinceAsync(Things.All, cursor, CancellationToken.None));
        Shown(since.SelectMany(batch => batch.Records).Single(record => record.Key == "k1")).Should().Equal("1 bolt 1.5");
    }

    [Test, Clause("W4")]
    public async Task A_record_with_an_element_that_is_not_accepted_is_not_written_at_all([Values("no position", "a label of more than twenty")] string label)
    {
        Needs(label.Length > 20 || !Subject.NumbersParts, "positions that are written");
        var outcomes = await WriteAsync(
            Create("k1", ("name", Value.Text("one")), ("parts", Value.List([Things.Part(Value.None, 1, "bolt", 1), Element(label)]))),
            Create("k2", ("name", Value.Text("two")), ("parts", Two)));

        outcomes[0].Should().BeOfType<Rejected>();
        outcomes[1].Should().BeOfType<Written>();
        (await FindAsync("k1")).Should().BeNull();
        Shown((await FindAsync("k2"))!).Should().HaveCount(2);
    }

    [Test]
    public async Task A_record_is_deleted_with_its_elements()
    {
        await CreateAsync("k1", Two);
        (await WriteAsync(Delete("k1"))).Single().Should().BeOfType<Written>();
        (await FindAsync("k1")).Should().BeNull();

        var again = Create("k1", ("name", Value.Text("again")), ("parts", Value.List([Things.Part(Value.None, 1, "pin", 1)]))) with { IdempotencyKey = "again" };
        Shown(await StoredAsync(again)).Should().Equal("1 pin 1");
    }

    private static Value Element(string label) => Value.Element([Value.None, label.Length > 20 ? Value.Integer(2) : Value.None, Value.Text(label), Value.None]);

    private static Value KeyOf(Value parts, string label) => parts.AsList.Single(part => part.AsElement[2] == Value.Text(label)).AsElement[0];

    // By their positions: in which order a system shows them is no part of what they are.
    private static string[] Shown(Record record) => record.Of("parts") is { IsNone: false } parts
        ? [.. parts.AsList.OrderBy(part => part.AsElement[1].AsInteger).Select(part => string.Join(' ', part.AsElement.Skip(1)))]
        : [];

    private Task<Record> CreateAsync(string key, Value parts) => StoredAsync(Create(key, [("name", Value.Text("thing")), .. parts.IsNone ? [] : new[] { ("parts", parts) }]));

    // What the answer shows, or where it shows nothing, what a read does.
    private async Task<Record> StoredAsync(WriteRequest request)
    {
        var stored = (await WriteAsync(request)).Single().Should().BeOfType<Written>().Which.Stored;
        (stored is null).Should().Be(!Capabilities.AnswersWithStoredState);
        return stored ?? (await FindAsync(request is CreateRequest create ? create.Key! : ((UpdateRequest)request).Key))!;
    }
}

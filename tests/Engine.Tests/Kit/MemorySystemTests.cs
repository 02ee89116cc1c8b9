using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Memory;
using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Engine.Tests.Kit;

/// <summary>What the systems in memory promise: tests of clauses are worth no more than that.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MemorySystemTests : IAsyncDisposable
{
    private static readonly EntityDescription Person = new("Person", new KeyDescription("id", KeyGiver.System),
        [new("id", PropertyType.String) { Access = WriteAccess.Never }, new("name", PropertyType.String) { Mandatory = true, MaxLength = 5 }, new("boss", PropertyType.String) { References = "Person" }]);

    private static readonly Shape Shape = new([Person.Properties[1], Person.Properties[2]]);

    private readonly FakeClock _clock = new();
    private readonly MemoryWorld _world;
    private readonly IConnectedSystem _system;

    public MemorySystemTests()
    {
        _world = new MemoryWorld(_clock);
        var definition = new SystemDefinition("erp", ImmutableDictionary<string, string>.Empty, [Person], ".", _clock);
        _system = new MemoryConnector(_world).Connect(definition);
    }

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    private MemoryEntity Entity => _world["erp"]["Person"];

    [Test]
    public async Task A_complete_read_in_key_order_gives_every_record_once()
    {
        foreach (var key in new[] { "b", "C", "a", "d", "e" })
            Entity.Add(key, ("name", Value.Text(key)));

        var batches = await ((ICompleteReader)_system).ReadCompleteAsync(new ReadRequest(Person, Shape, 2), default).ToListAsync();

        batches.Select(b => b.Records.Count).Should().Equal(2, 2, 1);
        batches.SelectMany(b => b.Records).Select(r => r.Key).Should().Equal("C", "a", "b", "d", "e");
        batches.Select(b => b.Cursor is null).Should().Equal(true, true, false);
    }

    [Test]
    public async Task A_read_since_a_cursor_gives_what_changed_since()
    {
        Entity.Add("a", ("name", Value.Text("A")));
        Entity.Add("b", ("name", Value.Text("B")));
        var cursor = (await ((ICompleteReader)_system).ReadCompleteAsync(new ReadRequest(Person, Shape), default).LastAsync()).Cursor!;
        Entity.Edit("b", "name", Value.Text("BB"));

        var since = await ((IChangeReader)_system).ReadSinceAsync(new ReadRequest(Person, Shape), cursor, default).SingleAsync();
        var nothing = await ((IChangeReader)_system).ReadSinceAsync(new ReadRequest(Person, Shape), since.Cursor!, default).SingleAsync();

        since.Records.Should().ContainSingle().Which.Values[0].Should().Be(Value.Text("BB"));
        nothing.Records.Should().BeEmpty();
        nothing.Cursor.Should().Be(since.Cursor);
    }

    [Test]
    public async Task A_write_on_other_than_the_expected_value_does_nothing()
    {
        Entity.Add("a", ("name", Value.Text("A")));

        var outcome = await WriteAsync(new UpdateRequest("a", [new PropertyChange(0, Value.Text("X"), Value.Text("Y"))]));

        outcome.Should().BeOfType<Changed>().Which.Current!.Values[0].Should().Be(Value.Text("A"));
        Entity.ValueOf("a", "name").Should().Be(Value.Text("A"));
    }

    [Test]
    public async Task A_create_under_the_same_idempotency_key_has_no_second_effect()
    {
        var create = new CreateRequest(null, [new PropertyValue(0, Value.Text("A"))], "once");
        var first = await WriteAsync(create);
        var second = await WriteAsync(create);

        second.Should().BeOfType<Written>().Which.Key.Should().Be(((Written)first).Key);
        Entity.Keys.Should().ContainSingle();
    }

    [TestCase(null, null, "'name' is mandatory")]
    [TestCase("too long", null, "longer than 5")]
    [TestCase("A", "nobody", "refers to 'nobody'")]
    public async Task What_the_description_forbids_is_rejected(string? name, string? boss, string message)
    {
        var outcome = await WriteAsync(new CreateRequest(null, [new PropertyValue(0, Value.Text(name)), new PropertyValue(1, Value.Text(boss))], "1"));

        outcome.Should().BeOfType<Rejected>().Which.Message.Should().Contain(message);
        Entity.Keys.Should().BeEmpty();
    }

    [TestCase(LostAnswer.BeforeEffect, 0)]
    [TestCase(LostAnswer.AfterEffect, 1)]
    public async Task A_lost_answer_leaves_the_effect_or_not(LostAnswer when, int records)
    {
        _world["erp"].Faults.LoseAnswer(when);
        var write = () => WriteAsync(new CreateRequest(null, [new PropertyValue(0, Value.Text("A"))], "1"));

        await write.Should().ThrowAsync<AnswerLostException>();
        Entity.Keys.Should().HaveCount(records);
    }

    [Test]
    public async Task After_an_interruption_nothing_gets_through_until_the_restart()
    {
        _world.Interruption.Plan(2, afterEffect: false);
        var look = () => ((IKeyLookup)_system).LookUpAsync(new ReadRequest(Person, Shape), ["a"], default);

        await look.Should().NotThrowAsync();
        await look.Should().ThrowAsync<InterruptedException>();
        await look.Should().ThrowAsync<InterruptedException>();
        _world.Interruption.Restart().Should().BeTrue();
        await look.Should().NotThrowAsync();
    }

    [Test]
    public async Task What_the_capabilities_deny_cannot_be_asked_for()
    {
        Entity.Capabilities = Entity.Capabilities with { LooksUpByKey = false };
        var look = () => ((IKeyLookup)_system).LookUpAsync(new ReadRequest(Person, Shape), ["a"], default);

        await look.Should().ThrowAsync<NotSupportedException>();
    }

    private async Task<WriteOutcome> WriteAsync(WriteRequest request) =>
        (await ((IWriter)_system).WriteAsync(new WriteBatch(Person, Shape, [request]), default)).Single();
}

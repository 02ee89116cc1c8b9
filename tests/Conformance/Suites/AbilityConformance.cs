using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Conformance.Suites;

/// <summary>
/// What a system says that it can do, it does. There is a case for each ability, and it may be left out only where the ability is not
/// declared: so none is declared of which nothing was tried.
/// </summary>
public abstract class AbilityConformance(Func<Subject> make) : ConformanceFixture(make)
{
    private static readonly Value Anna = Value.Text("Anna");
    private static readonly Value Berta = Value.Text("Berta");

    public static IEnumerable<string> Declarable => typeof(Capabilities).GetProperties().Where(property => property.PropertyType == typeof(bool)).Select(property => property.Name);

    private Dictionary<string, Func<Task>> Cases => new(StringComparer.Ordinal)
    {
        [nameof(Capabilities.ReadsComplete)] = AllAreReadAsync,
        [nameof(Capabilities.ReadsInKeyOrder)] = KeysAscendAsync,
        [nameof(Capabilities.ReadsSince)] = ChangesAreReadAsync,
        [nameof(Capabilities.ReadsKeys)] = KeysAreReadAsync,
        [nameof(Capabilities.TellsDeletes)] = DeletesAreToldAsync,
        [nameof(Capabilities.LooksUpByKey)] = AKeyIsFoundAsync,
        [nameof(Capabilities.LooksUpByValues)] = AValueIsFoundAsync,
        [nameof(Capabilities.WritesConditionally)] = AnEditIsLeftAloneAsync,
        [nameof(Capabilities.KnowsIdempotencyKeys)] = ARepetitionHasNoEffectAsync,
        [nameof(Capabilities.TakesKeys)] = AKeyIsTakenAsync,
        [nameof(Capabilities.AnswersWithStoredState)] = AnAnswerShowsTheRecordAsync,
        [nameof(Capabilities.RewritesValues)] = WhatBecameOfAValueCanBeSeenAsync,
        [nameof(Capabilities.GivesModificationTimes)] = ARecordHasItsTimeAsync,
    };

    [Test]
    public void There_is_a_case_for_each_ability() => Cases.Keys.Should().BeEquivalentTo(Declarable);

    [TestCaseSource(nameof(Declarable))]
    public async Task A_declared_ability_is_there(string ability)
    {
        Needs((bool)typeof(Capabilities).GetProperty(ability)!.GetValue(Capabilities)!, ability);
        try
        {
            await Cases[ability]();
        }
        catch (IgnoreException left)
        {
            Assert.Fail($"{ability} is declared, and its case was left out: {left.Message}");
        }
    }

    private async Task AllAreReadAsync()
    {
        Subject.AddMany(3);

        Keys(await ReadAsync()).Should().BeEquivalentTo(Things.Key(0), Things.Key(1), Things.Key(2));
    }

    private async Task KeysAscendAsync()
    {
        Subject.AddMany(3);

        Keys(await ReadAsync()).Should().Equal(Things.Key(0), Things.Key(1), Things.Key(2));
    }

    private async Task ChangesAreReadAsync()
    {
        var cursor = await LaterAsync();
        Subject.Add("new", ("name", Anna));

        Keys(await SinceAsync(cursor)).Should().Contain("new");
    }

    private async Task KeysAreReadAsync()
    {
        Subject.AddMany(3);

        var keys = await ListAsync(((IKeyReader)Subject.System).ReadKeysAsync(Things.All, CancellationToken.None));

        keys.SelectMany(some => some).Should().BeEquivalentTo(Things.Key(0), Things.Key(1), Things.Key(2));
    }

    private async Task DeletesAreToldAsync()
    {
        Subject.AddMany(2);
        var cursor = await LaterAsync();
        Subject.Delete(Things.Key(0));

        (await SinceAsync(cursor)).SelectMany(batch => batch.Deleted).Should().Contain(Things.Key(0));
    }

    private async Task AKeyIsFoundAsync()
    {
        Subject.Add("a", ("name", Anna));

        (await FindAsync("a"))!.Of("name").Should().Be(Anna);
    }

    private async Task AValueIsFoundAsync()
    {
        Subject.Add("a", ("name", Anna), ("code", Value.Text("11")));
        Subject.Add("b", ("name", Anna), ("code", Value.Text("12")));

        var found = await Subject.ValueLookup.FindAsync(Things.All, ["code"], [Value.Text("12")], CancellationToken.None);

        found.Records.Should().ContainSingle().Which.Key.Should().Be("b");
    }

    private async Task AnEditIsLeftAloneAsync()
    {
        Subject.Add("a", ("name", Anna));
        Subject.Edit("a", "name", Berta);

        (await WriteAsync(Update("a", ("name", Anna, Value.Text("Clara"))))).Single().Should().BeOfType<Changed>();

        (await FindAsync("a"))!.Of("name").Should().Be(Berta);
    }

    private async Task ARepetitionHasNoEffectAsync()
    {
        var create = Made("a");

        var made = new[] { await WriteAsync(create), await WriteAsync(create) };

        made.SelectMany(outcomes => outcomes).Cast<Written>().Select(written => written.Key).Distinct().Should().ContainSingle();
        Keys(await ReadAsync()).Should().ContainSingle();
    }

    private async Task AKeyIsTakenAsync()
    {
        (await WriteAsync(Made("a"))).Single().Should().BeOfType<Written>().Which.Key.Should().Be("a");

        Keys(await ReadAsync()).Should().Equal("a");
    }

    private async Task AnAnswerShowsTheRecordAsync()
    {
        var written = (await WriteAsync(Made("a"))).Single().Should().BeOfType<Written>().Subject;

        written.Stored!.Of("name").Should().Be(Anna);
        (written.Stored!.Of("parts") is { IsNone: false } parts ? parts.AsList.Count : 0).Should().Be(Subject.HasParts ? 2 : 0);
    }

    // W3: the engine asks such a system what it made of a value.
    private async Task WhatBecameOfAValueCanBeSeenAsync()
    {
        Capabilities.Should().Match<Capabilities>(it => it.LooksUpByKey || it.AnswersWithStoredState);
        var written = (await WriteAsync(Made("a"))).Single().Should().BeOfType<Written>().Subject;

        (written.Stored ?? await FindAsync("a"))!.Of("name").IsNone.Should().BeFalse();
    }

    private async Task ARecordHasItsTimeAsync()
    {
        Subject.Add("a", ("name", Anna));

        (await ReadAsync()).SelectMany(batch => batch.Records).Single().Modified.Should().NotBeNull();
    }

    // With elements where the entity has them, so that nothing is declared that holds only of records without.
    private CreateRequest Made(string key) => Subject.HasParts
        ? Create(key, ("name", Anna), ("parts", Value.List([Things.Part(Value.None, 1, "bolt", 1.5m), Things.Part(Value.None, 2, "nut", 2)])))
        : Create(key, ("name", Anna));

    private async Task<string> LaterAsync()
    {
        var cursor = (await ReadAsync())[^1].Cursor!;
        Subject.Clock.Advance(TimeSpan.FromMinutes(1));
        return cursor;
    }

    private Task<List<RecordBatch>> SinceAsync(string cursor) => ListAsync(Subject.ChangeReader.ReadSinceAsync(Things.All, cursor, CancellationToken.None));
}

using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.Conformance;

/// <summary>What is written is read again unchanged (clauses O4, W3).</summary>
[Clause("O4")]
public abstract class ValueConformance(Func<Subject> make) : ConformanceFixture(make)
{
    public static IEnumerable<TestCaseData> Values() => Cases().Select((c, i) => new TestCaseData(c.Property, c.Value).SetArgDisplayNames(c.Property, $"{i}"));

    [TestCaseSource(nameof(Values))]
    public async Task A_value_comes_back_as_it_was_written(string property, Value value)
    {
        Needs(_ => Subject.CanHold(property, value), "hold such a value as it is");
        var created = await WriteAsync(Create("a", ("name", Value.Text("x")), (property, value)));
        Subject.Add("b", ("name", Value.Text("x")));
        var updated = await WriteAsync(Update("b", (property, Value.None, value)));

        (await FindAsync("a"))!.Of(property).Should().Be(value);
        (await FindAsync("b"))!.Of(property).Should().Be(value);
        if (Capabilities.AnswersWithStoredState)
        {
            created.Concat(updated).Cast<Written>().Should().OnlyContain(written => written.Stored!.Of(property) == value);
        }
    }

    [TestCaseSource(nameof(Values))]
    public async Task A_value_that_was_written_is_what_the_next_write_may_expect(string property, Value value)
    {
        Needs(_ => Subject.CanHold(property, value), "hold such a value as it is");
        await WriteAsync(Create("a", ("name", Value.Text("x")), (property, value)));

        var outcomes = await WriteAsync(Update("a", (property, value, Value.None)));

        outcomes.Single().Should().BeOfType<Written>();
        (await FindAsync("a"))!.Of(property).Should().Be(Value.None);
    }

    [TestCase("a")]
    [TestCase("a key with blanks ")]
    [TestCase("O'Hara \"quoted\" ; -- \\ %_")]
    [TestCase("ÆØÅ-日本-😀")]
    [TestCase("5f0e7a52-3f6f-4e2b-9c1e-000000000001")]
    public async Task Any_text_may_be_a_key(string key)
    {
        await WriteAsync(Create(key, ("name", Value.Text("x"))));

        Keys(await ReadAsync()).Should().Equal(key);
        (await FindAsync(key)).Should().NotBeNull();
        (await WriteAsync(Update(key, ("name", Value.Text("x"), Value.Text("y"))))).Single().Should().BeOfType<Written>();
    }

    private static IEnumerable<(string Property, Value Value)> Cases()
    {
        string[] texts =
        [
            "plain", " outer blanks ", "Bjørn Åse Ægir, 's-Hertogenbosch", "e\u0301 and \u00e9", "日本語 😀 \U0001F468\u200D\U0001F469", "line\r\nbreak\ttab",
            "O'Hara; DROP TABLE \"Thing\" --", "NO", "010", "1e3", "true", "a\0b", new('x', 100_000),
        ];
        long[] integers = [0, 1, -1, int.MaxValue, long.MaxValue, long.MinValue];
        decimal[] decimals = [0m, 1m, -1.5m, 0.1m, 12345678.91m, 99999999999.99m, 0.000001m, -0.25m, 3.141592653589m];
        bool[] truths = [true, false];
        DateOnly[] dates = [new(2026, 1, 31), new(1, 1, 1), new(9999, 12, 31), new(2024, 2, 29), new(1899, 12, 31)];
        DateTime[] instants =
        [
            new(2026, 1, 31, 12, 30, 45, 678, DateTimeKind.Utc), new(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc), new(1969, 12, 31, 23, 59, 59, 999, DateTimeKind.Utc),
            new(1, 1, 1, 0, 0, 0, DateTimeKind.Utc), new(9999, 12, 31, 23, 59, 59, 999, DateTimeKind.Utc),
        ];
        return texts.Select(text => ("note", Value.Text(text)))
            .Concat(integers.Select(number => ("count", Value.Integer(number))))
            .Concat(decimals.Select(number => ("price", Value.Decimal(number))))
            .Concat(truths.Select(truth => ("active", Value.Boolean(truth))))
            .Concat(dates.Select(date => ("day", Value.Date(date))))
            .Concat(instants.Select(instant => ("at", Value.DateTime(instant))));
    }
}

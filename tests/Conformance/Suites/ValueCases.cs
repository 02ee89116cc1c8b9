using SesamTalk.Connectors.Values;

namespace SesamTalk.Conformance.Suites;

/// <summary>Values at their limits and of all kinds, each with the property of the suite's things that may hold it.</summary>
internal static class ValueCases
{
    public static IReadOnlyList<(string Property, Value Value)> All { get; } = [.. Make()];

    /// <summary>The properties that there are values for.</summary>
    public static IReadOnlyList<string> Properties { get; } = [.. All.Select(it => it.Property).Distinct()];

    private static IEnumerable<(string Property, Value Value)> Make()
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

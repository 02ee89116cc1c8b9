namespace SesamTalk.Sandbox.Company;

/// <summary>The times of the sample: fixed, so that it is the same each time, and all in the past.</summary>
internal static class Moments
{
    /// <summary>When the sample was taken, UTC.</summary>
    public static DateTime Now { get; } = new(2025, 1, 6, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>The day when the sample was taken.</summary>
    public static DateOnly Today { get; } = DateOnly.FromDateTime(Now);

    /// <summary>When a record was last changed: within the two years before.</summary>
    /// <param name="table">The system and entity, so that one thing has changed at other times in other systems.</param>
    /// <param name="index">The place of the record.</param>
    public static DateTime Changed(string table, int index)
    {
        var random = RandomSource.For(table, index);
        return Now.AddDays(-random.Between(1, 700)).AddMilliseconds(-random.Below(86_400_000));
    }

    /// <summary>The same, but before all changes of that kind: what nobody has touched for long.</summary>
    public static DateTime ChangedLongAgo(string table, int index) => Changed(table, index).AddYears(-3);

    /// <summary>A day in the years before.</summary>
    public static DateOnly DayBefore(string topic, int index, int years) => Today.AddDays(-RandomSource.For(topic, index).Between(60, 365 * years));
}

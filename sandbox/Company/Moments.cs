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

    /// <summary>When a record that was made on some day was last changed: within a fortnight, and in the past.</summary>
    /// <param name="day">The day.</param>
    /// <param name="table">The system and entity.</param>
    /// <param name="index">The place of the record.</param>
    public static DateTime ChangedAfter(DateOnly day, string table, int index)
    {
        var random = RandomSource.For(table, index);
        var later = Math.Min(day.DayNumber + random.Below(14), Today.DayNumber - 1);
        return DateOnly.FromDayNumber(later).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMilliseconds(random.Below(86_400_000));
    }

    /// <summary>When a record was last changed that nobody has touched for long: before all of the other kinds.</summary>
    public static DateTime ChangedLongAgo(string table, int index) => Changed(table, index).AddYears(-3);

    /// <summary>A day in the years before.</summary>
    public static DateOnly DayBefore(string topic, int index, int years) => Today.AddDays(-RandomSource.For(topic, index).Between(60, 365 * years));
}

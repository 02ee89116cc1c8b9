using SesamTalk.Sqlite;
using SQLitePCL;

namespace SesamTalk.Connectors.Sql.Cells;

/// <summary>When a record was changed last.</summary>
/// <param name="Instant">The instant, in UTC; <see langword="null"/> where the row does not say.</param>
/// <param name="IsUtc">Whether the row says it in UTC, so that its text stands in the order of the instants.</param>
internal readonly record struct ModificationTime(DateTime? Instant, bool IsUtc)
{
    private static readonly ModificationTime Unknown = new(null, true);

    /// <summary>Reads it from a cell; <see langword="false"/> where that holds something else.</summary>
    public static bool TryRead(Statement row, int column, TimeZoneInfo zone, out ModificationTime time)
    {
        time = Unknown;
        return row.TypeOf(column) switch
        {
            raw.SQLITE_NULL => true,
            raw.SQLITE_TEXT => TryText(row.Bytes(column).Trim(" \t\r\n"u8), zone, out time),
            raw.SQLITE_INTEGER => TryNumber(row.Long(column), out time),
            _ => false,
        };
    }

    private static bool TryText(ReadOnlySpan<byte> text, TimeZoneInfo zone, out ModificationTime time)
    {
        var isInstant = IsoInstant.TryParse(text, out var instant);
        time = isInstant ? new ModificationTime(instant.ToUtc(zone), instant.IsUtc(zone)) : Unknown;
        return isInstant || text.IsEmpty;
    }

    private static bool TryNumber(long milliseconds, out ModificationTime time)
    {
        var value = Numbers.Instant(milliseconds);
        time = value.IsNone ? Unknown : new ModificationTime(value.AsDateTime, true);
        return !value.IsNone;
    }
}

using System.Globalization;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Cells;
using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Reading;

/// <summary>
/// Plans the read of what was changed since a cursor. Each part of the condition can use an index on the modification column, so
/// that the cost does not depend on the size of the table. Times may be texts with T or a blank in the middle and with any number
/// of digits, or milliseconds since 1970, also side by side. A row without a time may have been changed whenever.
/// </summary>
internal static class ChangeRead
{
    // Clocks of the world show at most 12 hours less than UTC.
    private static readonly TimeSpan GreatestOffset = TimeSpan.FromHours(14);

    /// <summary>The plan.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="cursorText">Where to begin.</param>
    /// <param name="now">The time before the read begins.</param>
    /// <exception cref="Systems.CursorVoidException">The cursor belongs to something else.</exception>
    public static ScanPlan Plan(Session session, ReadRequest request, string cursorText, DateTime now)
    {
        var source = session.SourceOf(request.Entity);
        var column = source.Modified ?? throw new NotSupportedException($"{request.Entity.Name} has no modification time.");
        var cursor = ChangeCursor.Parse(cursorText, column.Name);
        var selection = new Selection(request.Entity, request.Shape, source);
        return new ScanPlan(
            $"{selection.Select} WHERE {Condition($"{Names.Row}.{column.Quoted}", column.IsNotNull)}",
            rows => Bind(rows, cursor),
            selection,
            new RecordReader(selection, session.Settings.TimeZone),
            new CursorTracker(cursor, now - session.Settings.Overlap))
        {
            From = cursor.From,
        };
    }

    /// <summary>
    /// The condition on the modification column. Numbers stand before all texts. Of a column that always holds something nothing is
    /// asked about NULL: SQLite would give up its index for it.
    /// </summary>
    public static string Condition(string column, bool isNotNull) =>
        $"{column} >= ?1 OR ({column} >= ?2 AND {column} < ?3) OR ({column} >= ?4 AND {column} < ''){(isNotNull ? string.Empty : $" OR {column} IS NULL")}";

    private static void Bind(Statement rows, ChangeCursor cursor)
    {
        var earliest = cursor.IsUtc || cursor.From.Ticks < GreatestOffset.Ticks ? cursor.From : cursor.From - GreatestOffset;
        rows.Bind(1, Text(earliest, 'T')).Bind(2, Text(earliest, ' ')).Bind(3, Day(earliest) + "T")
            .Bind(4, InstantFormat.ToMilliseconds(cursor.From));
    }

    // Without zeros at its end and without a zone it is a beginning of, or stands before, every text that names this instant or a
    // later one on a clock that shows UTC.
    private static string Text(DateTime from, char separator)
    {
        if (from.TimeOfDay == TimeSpan.Zero)
        {
            return Day(from);
        }

        var time = from.ToString(from.TimeOfDay.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH':'mm" : "HH':'mm':'ss.FFFFFFF", CultureInfo.InvariantCulture);
        return Day(from) + separator + time;
    }

    private static string Day(DateTime from) => from.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);
}

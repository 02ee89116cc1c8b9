using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Sql.Reading;

/// <summary>Plans the read of every record, in the order of the keys.</summary>
internal static class CompleteRead
{
    /// <summary>The plan.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="now">The time before the read begins.</param>
    public static ScanPlan Plan(Session session, ReadRequest request, DateTime now)
    {
        var source = session.SourceOf(request.Entity);
        var selection = new Selection(request.Entity, request.Shape, source);
        var begin = source.Modified is { } modified ? new ChangeCursor(DateTime.MinValue, true, modified.Name) : default;
        return new ScanPlan(
            $"{selection.Select} ORDER BY {Order(selection)}",
            _ => { },
            selection,
            new RecordReader(selection, session.Settings.TimeZone),
            source.Modified is null ? null : new CursorTracker(begin, now - session.Settings.Overlap))
        {
            InKeyOrder = true,
        };
    }

    /// <summary>
    /// The order of the bytes of the key's text: that of an index on a text column. Numbers in a column that is read as text would
    /// otherwise come in the order of numbers.
    /// </summary>
    public static string Order(Selection selection)
    {
        var column = $"{Names.Row}.{selection.Source.Key.Quoted}";
        return selection.Key.Type != PropertyType.String ? column
            : selection.Source.Key.Affinity == Affinity.Text ? $"{column} COLLATE BINARY"
            : $"CAST({column} AS TEXT) COLLATE BINARY";
    }
}

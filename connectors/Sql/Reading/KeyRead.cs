using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Sql.Sessions;

namespace SesamTalk.Connectors.Sql.Reading;

/// <summary>Plans the read of all keys, in their order.</summary>
internal static class KeyRead
{
    /// <summary>The plan.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="entity">The entity.</param>
    public static ScanPlan Plan(Session session, EntityDescription entity)
    {
        var selection = Selection.OfKeys(entity, session.SourceOf(entity));
        return new ScanPlan(
            $"{selection.Select} ORDER BY {CompleteRead.Order(selection)}",
            _ => { },
            selection,
            new RecordReader(selection, session.Settings.TimeZone),
            null)
        {
            InKeyOrder = true,
        };
    }
}

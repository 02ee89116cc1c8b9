using System.Collections.Immutable;
using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.ExactOnline.Webhooks;

/// <summary>Finds what happened since it was last asked, by the row versions: edits by hand are told of too.</summary>
/// <param name="database">The database.</param>
internal sealed class WebhookEvents(StandInDatabase database)
{
    private long _told = (long)database.Value("SELECT value FROM \"StandIn\" WHERE name = 'version'")!;

    /// <summary>What is new, in order.</summary>
    public ImmutableArray<WebhookEvent> Next()
    {
        var subscriptions = database.Query("SELECT CallbackURL, Topic FROM \"WebhookSubscriptions\"").ToLookup(row => (string)row[1]!, row => new Uri((string)row[0]!));
        var events = ExactCatalogue.Entities.Where(entity => entity.Topic is not null && subscriptions.Contains(entity.Topic))
            .SelectMany(entity => Changes(entity).Concat(Deletes(entity)).SelectMany(row => subscriptions[entity.Topic!].Select(callback => Event(entity, callback, row))))
            .OrderBy(happened => happened.Version)
            .ToImmutableArray();
        _told = (long)database.Value("SELECT value FROM \"StandIn\" WHERE name = 'version'")!;
        return events;
    }

    private static WebhookEvent Event(ExactEntity entity, Uri callback, object?[] row) =>
        new(callback, entity.Topic!, (string)row[1]!, (long)row[2]!, (string)row[0]!, entity.Single, (long)row[3]!);

    private ImmutableArray<object?[]> Changes(ExactEntity entity) => database.Query(
        $"SELECT {Sql.Quote(entity.Table.Key.Name)}, CASE WHEN Created = Modified THEN 'Create' ELSE 'Update' END, coalesce(Division, {Systems.ExactOnline.Division}), Timestamp "
        + $"FROM {Sql.Quote(entity.Name)} WHERE Timestamp > ?", _told);

    private ImmutableArray<object?[]> Deletes(ExactEntity entity) => database.Query(
        "SELECT EntityKey, 'Delete', Division, Timestamp FROM \"Deleted\" WHERE EntityType = ? AND Timestamp > ?", entity.DeletedType!.Value, _told);
}

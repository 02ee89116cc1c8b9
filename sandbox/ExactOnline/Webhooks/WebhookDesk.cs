using System.Collections.Immutable;
using SesamTalk.Sandbox.ExactOnline.Writing;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Webhooks;

/// <summary>Keeps the subscriptions that still have to be checked, and the rules for new ones.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">The clock.</param>
internal sealed class WebhookDesk(StandInDatabase database, TimeProvider clock)
{
    private static readonly TimeSpan CheckDelay = TimeSpan.FromSeconds(1);

    private readonly List<(string Key, Uri Callback, DateTimeOffset Due)> _unchecked = [];

    /// <summary>Refuses a subscription that cannot be.</summary>
    /// <exception cref="ExactRefusalException">The topic is not known, or the callback is not safe.</exception>
    public static void Check(WrittenRecord record)
    {
        if (!ExactCatalogue.Entities.Any(entity => entity.Topic is not null && entity.Topic == record["Topic"]?.ToString()))
        {
            throw ExactRefusalException.Rule($"Invalid: Topic {record["Topic"]}");
        }

        // Loopback is let through without TLS, so that it can be tried at all.
        if (!Uri.TryCreate(record["CallbackURL"]?.ToString(), UriKind.Absolute, out var callback) || !(callback.Scheme == Uri.UriSchemeHttps || callback.IsLoopback))
        {
            throw ExactRefusalException.Rule("Invalid: CallbackURL must be an https address");
        }
    }

    /// <summary>Notes a new subscription, which is checked after a second.</summary>
    public void Add(string key, string callback) => _unchecked.Add((key, new Uri(callback), clock.GetUtcNow() + CheckDelay));

    /// <summary>The subscriptions whose check is due; each is given once.</summary>
    public ImmutableArray<(string Key, Uri Callback)> Due()
    {
        var due = _unchecked.Where(one => one.Due <= clock.GetUtcNow()).ToArray();
        _unchecked.RemoveAll(due.Contains);
        return [.. due.Select(one => (one.Key, one.Callback))];
    }

    /// <summary>Takes back a subscription whose callback did not answer.</summary>
    /// <returns>True.</returns>
    public bool Remove(string key) => database.Write(() =>
    {
        RowEdits.Delete(database, "WebhookSubscriptions", "ID", key);
        return true;
    });
}

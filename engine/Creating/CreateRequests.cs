using SesamTalk.Connectors.Writing;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Creating;

/// <summary>What is sent for an intent: the same each time.</summary>
internal static class CreateRequests
{
    /// <summary>The request of an intent.</summary>
    public static WriteRequest Of(Intent intent)
    {
        var given = new List<PropertyValue>(intent.Values.Length);
        for (var place = 0; place < intent.Values.Length; place++)
        {
            if (!intent.Values[place].IsNone)
            {
                given.Add(new PropertyValue(place, intent.Values[place]));
            }
        }

        return new CreateRequest(intent.Key, [.. given], intent.IdempotencyKey);
    }
}

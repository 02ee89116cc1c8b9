using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Sandbox.ExactOnline.Webhooks;

/// <summary>Sends webhooks: the empty call that checks a new subscription, and events with their signature.</summary>
/// <param name="clientId">The client that subscribed.</param>
/// <param name="secret">What signatures are made with.</param>
/// <param name="clock">The clock.</param>
internal sealed class WebhookSender(string clientId, string secret, TimeProvider clock) : IDisposable
{
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>Checks a new subscription.</summary>
    /// <returns>Whether the answer was 200, as it must be.</returns>
    public async Task<bool> CheckAsync(Uri callback, CancellationToken cancellationToken) =>
        await PostAsync(callback, string.Empty, cancellationToken) == HttpStatusCode.OK;

    /// <summary>Tells of an event. What is not heard is lost, as with the vendor.</summary>
    public async Task TellAsync(WebhookEvent happened, Uri address, CancellationToken cancellationToken)
    {
        var content = Content(happened, address);
        await PostAsync(happened.Callback, $$"""{"Content":{{content}},"HashCode":"{{Signature(content)}}"}""", cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private string Signature(string content) =>
        Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(content)));

    private string Content(WebhookEvent happened, Uri address) => Encoding.UTF8.GetString(Reply.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteString("Topic", happened.Topic);
        json.WriteString("ClientId", clientId);
        json.WriteNumber("Division", happened.Division);
        json.WriteString("Action", happened.Action);
        json.WriteString("Key", happened.Key);
        json.WriteString("ExactOnlineEndpoint", new Uri(address, $"/api/v1/{happened.Division}/{happened.Resource}(guid'{happened.Key}')").ToString());
        json.WriteString("EventCreatedOn", clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }).Body.Span);

    private async Task<HttpStatusCode?> PostAsync(Uri callback, string body, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await _client.PostAsync(callback, content, cancellationToken);
            return answer.StatusCode;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}

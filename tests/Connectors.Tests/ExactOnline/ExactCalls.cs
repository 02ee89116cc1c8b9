using System.Collections.Concurrent;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>The way to a stand-in, which notes each call and how it was answered.</summary>
internal sealed class ExactCalls() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly ConcurrentQueue<(string Call, int Status)> _seen = [];

    /// <summary>The calls of the API: the method and the path from the division on, with the query unescaped.</summary>
    public IReadOnlyList<string> Api => [.. _seen.Select(seen => seen.Call).Where(call => !IsToken(call))];

    /// <summary>How many calls for tokens there were.</summary>
    public int Tokens => _seen.Count(seen => IsToken(seen.Call));

    public IReadOnlyList<int> Statuses => [.. _seen.Select(seen => seen.Status)];

    public void Clear() => _seen.Clear();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = Uri.UnescapeDataString(request.RequestUri!.PathAndQuery.Replace('+', ' '));
        var call = $"{request.Method} {(path.StartsWith("/api/v1/", StringComparison.Ordinal) ? path.Split('/', 5)[4] : path)}";
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            _seen.Enqueue((call, (int)response.StatusCode));
            return response;
        }
        catch (HttpRequestException)
        {
            _seen.Enqueue((call, 0));
            throw;
        }
    }

    private static bool IsToken(string call) => call.Contains("/api/oauth2/", StringComparison.Ordinal);
}

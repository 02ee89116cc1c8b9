using System.Security.Cryptography;
using System.Text;
using SesamTalk.Connectors.Rest.Authentication.Consent;
using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Tests.Rest;

/// <summary>Answers requests as a test says, without a network, and keeps what was asked.</summary>
internal sealed class ScriptedTransport(Func<RestRequest, RestResponse> answer) : ITransport
{
    private readonly List<RestRequest> _seen = [];

    private CallCounter Counter { get; } = new();

    public long Calls => _seen.Count;

    public void CountCalls(Action count) => Counter.Attribute(count);

    public IReadOnlyList<RestRequest> Seen => _seen;

    /// <summary>Method, path and query, unescaped, of each request.</summary>
    public IEnumerable<string> Asked => _seen.Select(request => $"{request.Method} {Uri.UnescapeDataString(request.Address.PathAndQuery)}");

    public static RestResponse Json(string body, int status = 200, params (string Name, string Value)[] headers) =>
        new(status, headers.Select(header => KeyValuePair.Create(header.Name, header.Value)), Encoding.UTF8.GetBytes(body));

    public static RestResponse Failed(FailureKind kind, string message, int status) => new RestResponse(status, [], default).With(new Failure(kind, message));

    /// <summary>What comes of a login.</summary>
    public Func<string> Login { get; set; } = () => "there is a token";

    public Task<string> LogInAsync(CancellationToken cancellationToken) => Task.FromResult(Login());

    public ConsentWalk? Consent(RandomNumberGenerator randomness) => null;

    public Task<RestResponse> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_seen)
            _seen.Add(request);
        Counter.Count();
        return Task.FromResult(answer(request));
    }

    public static string BodyOf(RestRequest request) => request.Body is { } body ? Encoding.UTF8.GetString(body.Span) : string.Empty;
}

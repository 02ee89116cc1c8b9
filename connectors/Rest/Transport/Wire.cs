using System.Net;
using System.Security.Authentication;
using Polly;
using Polly.Timeout;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>Sends one request and takes its whole answer. It follows no redirect, keeps no cookie and repeats nothing.</summary>
internal sealed class Wire : IDisposable
{
    private readonly TransportOptions _options;
    private readonly HttpMessageInvoker _client;
    private readonly ResiliencePipeline _timeout;

    /// <summary>Makes a wire; connections are made when they are needed.</summary>
    public Wire(TransportOptions options, TransportServices services)
    {
        _options = options;
        _client = services.Network is { } network
            ? new HttpMessageInvoker(network, disposeHandler: false)
            : new HttpMessageInvoker(MakeHandler(options), disposeHandler: true);
        _timeout = new ResiliencePipelineBuilder { TimeProvider = services.NetworkClock }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.AnswerTimeout })
            .Build();
    }

    /// <summary>The requests that were sent.</summary>
    public CallCounter Calls { get; } = new();

    /// <summary>Sends a request.</summary>
    public async Task<Exchange> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        Calls.Count();
        try
        {
            return new Exchange(await _timeout.ExecuteAsync(async token => await TakeAsync(message, token), cancellationToken));
        }
        catch (Exception trouble) when (!cancellationToken.IsCancellationRequested && Explain(trouble, message) is { } failed)
        {
            return failed;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static SocketsHttpHandler MakeHandler(TransportOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = options.ConnectTimeout,
        MaxConnectionsPerServer = options.Connections,
        MaxResponseHeadersLength = options.GreatestHeaders,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseProxy = !Addresses.IsLoopback(options.BaseAddress),
    };

    private async Task<RestResponse> TakeAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var answer = await _client.SendAsync(message, cancellationToken);
        var (array, length) = await BoundedContent.TakeAsync(answer.Content, _options.GreatestAnswer, cancellationToken);
        var headers = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
            .Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));
        return new RestResponse((int)answer.StatusCode, headers, array.AsMemory(0, length), array);
    }

    private Exchange? Explain(Exception trouble, HttpRequestMessage message)
    {
        var host = message.RequestUri!.Authority;
        return trouble switch
        {
            TooLargeException => TooLarge($"its answer is larger than {_options.GreatestAnswer} bytes", trouble),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
                TooLarge($"the headers of its answer are larger than {_options.GreatestHeaders} KiB", trouble),
            HttpRequestException { InnerException: AuthenticationException } =>
                new Exchange(null, ExchangeFailure.Certificate, $"the certificate of {host} does not hold", trouble),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
                NotSent($"there is no host {message.RequestUri.Host}", trouble),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError } =>
                NotSent($"{host} takes no connection", trouble),
            TimeoutRejectedException => Lost(message, $"it did not answer within {_options.AnswerTimeout.TotalSeconds:0.###} s", trouble),
            OperationCanceledException { InnerException: TimeoutException } =>
                NotSent($"{host} took no connection within {_options.ConnectTimeout.TotalSeconds:0.###} s", trouble),
            HttpRequestException or IOException or InvalidDataException => Lost(message, "the connection was cut before its whole answer was there", trouble),
            _ => null,
        };
    }

    private static Exchange TooLarge(string words, Exception cause) => new(null, ExchangeFailure.TooLarge, words, cause);

    private static Exchange NotSent(string words, Exception cause) => new(null, ExchangeFailure.NotSent, words, cause);

    private static Exchange Lost(HttpRequestMessage message, string words, Exception cause) =>
        new(null, message.Content is SentContent { Begun: false } ? ExchangeFailure.NotSent : ExchangeFailure.Lost, words, cause);
}

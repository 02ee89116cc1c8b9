using System.Security.Cryptography;
using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Rest.Authentication.Consent;
using SesamTalk.Connectors.Rest.Limits;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>The way to one system.</summary>
internal sealed class RestTransport : ITransport, IDisposable
{
    private readonly TransportOptions _options;
    private readonly TransportServices _services;
    private readonly Wire _wire;
    private readonly RateGate _gate;
    private readonly Secrets _secrets;
    private readonly Sender _sender;
    private readonly IAuthenticator _authenticator;

    /// <summary>Makes the way. Nothing is sent before the first request.</summary>
    /// <exception cref="SystemRefusedException">An address of the options has no TLS.</exception>
    public RestTransport(TransportOptions options, TransportServices services)
    {
        Addresses.DemandTls(options.System, options.BaseAddress);
        _options = options;
        _services = services;
        _secrets = new Secrets(options);
        _wire = new Wire(options, services);
        _gate = new RateGate(options.System, options.Limits, services.Limits, services.Folder, services.Clock);
        _sender = new Sender(options, _wire, _gate, _secrets, services);
        _authenticator = Authenticators.Of(options, _sender, _secrets, services);
    }

    /// <inheritdoc/>
    public long Calls => _wire.Calls.All;

    /// <inheritdoc/>
    public void CountCalls(Action count) => _wire.Calls.Attribute(count);

    /// <inheritdoc/>
    public async Task<string> LogInAsync(CancellationToken cancellationToken)
    {
        using var unsent = new HttpRequestMessage(HttpMethod.Get, _options.BaseAddress);
        await _authenticator.AuthenticateAsync(unsent, cancellationToken);
        return _authenticator.Kind;
    }

    /// <inheritdoc/>
    public async Task<RestResponse> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        Addresses.DemandHome(_options.System, _options.BaseAddress, request.Address, $"an address given by {_options.System} leads");
        var errand = new Errand(request.Address, (address, token) => MakeAsync(request, address, token))
        {
            Effect = request.Effect,
            RunsToItsEnd = request.Effect != RequestEffect.Read,
            Group = request.LimitGroup,
            Renew = _authenticator.RenewAsync,
        };
        var (response, verdict) = await _sender.SendAsync(errand, cancellationToken);
        if (verdict is null)
            return response;
        if (verdict.Meaning == ErrorMeaning.Refused)
        {
            await response.DisposeAsync();
            throw Refused(response.Status, verdict);
        }

        return response.With(new Failure(KindOf(verdict.Meaning), verdict.Words));
    }

    /// <inheritdoc/>
    public ConsentWalk? Consent(RandomNumberGenerator randomness) => Authenticators.WalkOf(_options, _sender, _secrets, _services, randomness);

    /// <inheritdoc/>
    public void Dispose()
    {
        (_authenticator as IDisposable)?.Dispose();
        _gate.Dispose();
        _wire.Dispose();
    }

    private static FailureKind KindOf(ErrorMeaning meaning) => meaning switch
    {
        ErrorMeaning.Changed => FailureKind.Changed,
        ErrorMeaning.Missing => FailureKind.Missing,
        _ => FailureKind.Rejected,
    };

    private SystemRefusedException Refused(int status, Verdict verdict) => new(
        $"{_options.System} refuses: {verdict.Words}",
        verdict.Rule?.Cure ?? (status == 403 ? $"Give the login of {_options.System} the right that it lacks there." : _authenticator.Cure))
    {
        IsOfLogin = status == 401,
    };

    private async Task<HttpRequestMessage> MakeAsync(RestRequest request, Uri address, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(request.Method, address);
        foreach (var header in _options.Headers.AddRange(request.Headers))
        {
            message.Headers.Remove(header.Name);
            message.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        // A create always has a content, so that it is known whether it was sent; HTTP would also repeat by itself one that has none.
        if (request.Body is { } body)
            message.Content = new SentContent(body, request.ContentType);
        else if (request.Effect == RequestEffect.Create)
            message.Content = new SentContent(default, null);
        await _authenticator.AuthenticateAsync(message, cancellationToken);
        return message;
    }
}

using System.Security.Cryptography;
using System.Text;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Authentication.Consent;

/// <summary>Walks a person through the consent to a connection, and keeps the tokens that come of it.</summary>
internal sealed class ConsentWalk
{
    private readonly string _system;
    private readonly AuthorizationCodeAuthentication _options;
    private readonly TokenEndpoint _endpoint;
    private readonly TokenStore _store;
    private readonly RandomNumberGenerator _randomness;

    /// <summary>Makes a walk.</summary>
    /// <param name="system">The system's name.</param>
    /// <param name="options">How it is authenticated.</param>
    /// <param name="endpoint">Where tokens are given.</param>
    /// <param name="store">Where they are kept.</param>
    /// <param name="randomness">Where state and verifier come from.</param>
    public ConsentWalk(
        string system, AuthorizationCodeAuthentication options, TokenEndpoint endpoint, TokenStore store, RandomNumberGenerator randomness)
    {
        _system = system;
        _options = options;
        _endpoint = endpoint;
        _store = store;
        _randomness = randomness;
    }

    /// <summary>Whether the redirect comes to this machine. Where it does not, the person copies the address: <see cref="BeginAtRedirectAddress"/>.</summary>
    public bool Listens => _options.RedirectAddress.Scheme == Uri.UriSchemeHttp && Addresses.IsLoopback(_options.RedirectAddress);

    /// <summary>Whether a consent is kept, as far as this machine knows.</summary>
    public bool IsKept => _store.Read() is { ConsentNeeded: null };

    /// <summary>Shows the person where to consent, waits for the redirect or has the person copy it, and keeps the tokens.</summary>
    /// <param name="guide">Speaks with the person.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="SystemRefusedException">The person or the system refused.</exception>
    public async Task WalkAsync(IConsentGuide guide, CancellationToken cancellationToken)
    {
        if (Listens)
        {
            await WalkAsync(address => Shown(guide, address), cancellationToken);
            return;
        }

        var request = BeginAtRedirectAddress();
        await CompleteAsync(request, await guide.AskAsync(request.Address, request.RedirectAddress, cancellationToken), cancellationToken);
    }

    /// <summary>Shows the person where to consent, waits for the redirect on loopback, and keeps the tokens.</summary>
    /// <param name="show">Shows the address, or opens it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="SystemRefusedException">The person or the system refused.</exception>
    public async Task WalkAsync(Func<Uri, Task> show, CancellationToken cancellationToken)
    {
        using var listener = new ConsentListener(_options.RedirectAddress);
        var request = ConsentRequests.Make(_system, _options, listener.Address, _randomness);
        await show(request.Address);

        // What does not carry the state is nobody's answer: another page may have sent it.
        var answer = await listener.WaitAsync(address => IsAnswer(request, address), cancellationToken);
        await CompleteAsync(request, answer, cancellationToken);
    }

    /// <summary>Begins a consent whose redirect goes elsewhere.</summary>
    public ConsentRequest BeginAtRedirectAddress() => ConsentRequests.Make(_system, _options, _options.RedirectAddress, _randomness);

    /// <summary>Ends a consent: exchanges the code for tokens, and keeps them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The address that the person was sent to.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <exception cref="SystemRefusedException">The person or the system refused, or the address answers another request.</exception>
    public async Task CompleteAsync(ConsentRequest request, Uri answer, CancellationToken cancellationToken)
    {
        if (!IsAnswer(request, answer))
            throw Refused("the address does not answer this request for consent");
        if (Query.Value(answer, "error") is { } error)
            throw Refused($"the consent was not given: {Query.Value(answer, "error_description") ?? error}");
        if (Query.Value(answer, "code") is not { } code)
            throw Refused("the address holds no code");
        using var alone = await _store.TakeAsync(cancellationToken);
        var result = await _endpoint.AskAsync(Fields(request, code), cancellationToken);
        if (result.Token is not { } token)
            throw Refused($"no token was given for the consent: {result.Words}");
        _store.Write(token);
    }

    private static Task Shown(IConsentGuide guide, Uri address)
    {
        guide.Show(address);
        return Task.CompletedTask;
    }

    private static bool IsAnswer(ConsentRequest request, Uri answer) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(Query.Value(answer, "state") ?? string.Empty), Encoding.UTF8.GetBytes(request.State));

    private static IEnumerable<KeyValuePair<string, string>> Fields(ConsentRequest request, string code)
    {
        yield return new("grant_type", "authorization_code");
        yield return new("code", code);
        yield return new("redirect_uri", request.RedirectAddress.OriginalString);
        if (request.Verifier is { } verifier)
            yield return new("code_verifier", verifier);
    }

    private SystemRefusedException Refused(string what) => new($"{_system}: {what}", $"Begin anew with: sesamtalk connect {_system}");
}

using System.Net.Http.Headers;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>
/// Tokens of OAuth 2.0, renewed shortly before they end. One renews at a time, of all that use the same file: who waited takes what the
/// other got. A new token is on the disk before it is used.
/// </summary>
internal sealed class OAuthAuthenticator(
    string system, OAuthOptions options, TokenEndpoint endpoint, TokenStore store, Secrets secrets, TimeProvider clock) : IAuthenticator, IDisposable
{
    private static readonly TimeSpan NextTry = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _renewing = new(1, 1);
    private readonly Refusals _refusals = new(system, options);
    private volatile Token? _token;

    /// <inheritdoc/>
    public string Cure => _refusals.Cure;

    /// <inheritdoc/>
    public string Kind => "there is a token";

    /// <inheritdoc/>
    public async Task AuthenticateAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var token = _token is { } known && !IsDue(known) ? known : await TokenOtherThanAsync(null, cancellationToken);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Access);
    }

    /// <inheritdoc/>
    public async Task<bool> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken)
    {
        await TokenOtherThanAsync(refused.Headers.Authorization!.Parameter, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _renewing.Dispose();

    private async Task<Token> TokenOtherThanAsync(string? refused, CancellationToken cancellationToken)
    {
        await _renewing.WaitAsync(cancellationToken);
        try
        {
            if (_token is { } known && known.Access != refused && !IsDue(known))
                return known;
            using var alone = await store.TakeAsync(cancellationToken);
            return _token = await KnownOrNewAsync(refused, cancellationToken);
        }
        finally
        {
            _renewing.Release();
        }
    }

    private async Task<Token> KnownOrNewAsync(string? refused, CancellationToken cancellationToken)
    {
        var kept = store.Read();
        if (kept?.ConsentNeeded is { } reason)
            throw _refusals.ConsentNeeded(reason);
        secrets.Add(kept?.Access);
        secrets.Add(kept?.Refresh);
        if (kept is not null && kept.Access != refused && !IsDue(kept))
            return kept;
        if (kept is not null && clock.GetUtcNow() < kept.RenewableAt)
            throw TooEarly(kept, refused, kept.RenewableAt);
        return await NewAsync(kept, cancellationToken) ?? UseOn(kept!, refused);
    }

    // None where it is too early for a new one.
    private async Task<Token?> NewAsync(Token? kept, CancellationToken cancellationToken)
    {
        var result = await endpoint.AskAsync(_refusals.FieldsFor(kept), cancellationToken);
        if (result.Token is { } token)
        {
            // Where there is no new refresh token, the old one goes on (RFC 6749, 6).
            token = token with { Refresh = token.Refresh ?? kept?.Refresh };
            store.Write(token);
            return token;
        }

        if (kept is not null && _refusals.IsTooEarly(result))
            return null;
        if (_refusals.NeedsConsent(result))
            store.Write((kept ?? new Token(string.Empty, null, default, default)) with { ConsentNeeded = result.Words });
        throw _refusals.Of(result);
    }

    private Token UseOn(Token kept, string? refused)
    {
        var next = clock.GetUtcNow() + NextTry;
        return kept.Access != refused && clock.GetUtcNow() < kept.ExpiresAt ? kept with { RenewableAt = next } : throw TooEarly(kept, refused, next);
    }

    private bool IsDue(Token token)
    {
        var now = clock.GetUtcNow();
        return now >= token.ExpiresAt || (now >= token.ExpiresAt - options.RenewBefore && now >= token.RenewableAt);
    }

    // Of a token that is not taken any more it shows only later whether it can be renewed: somebody may have taken the consent back.
    private SystemBusyException TooEarly(Token kept, string? refused, DateTimeOffset until) => kept.Access == refused
        ? new($"{system} no longer takes the token that it gave, and gives no new one before {until:u}", until - clock.GetUtcNow()) { InsteadOfWaiting = _refusals.NewConsent }
        : new($"{system} gives no new token before {until:u}", until - clock.GetUtcNow());
}

using System.Collections.Immutable;

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>Tokens that a person once consented to, renewed by refresh tokens (RFC 6749, 4.1 and 6).</summary>
/// <param name="AuthorizeAddress">Where the person consents. Without TLS only on loopback.</param>
/// <param name="TokenAddress">Where tokens are given.</param>
/// <param name="ClientId">The client's id.</param>
/// <param name="ClientSecret">The client's secret; <see langword="null"/> for a public client.</param>
internal sealed record AuthorizationCodeAuthentication(Uri AuthorizeAddress, Uri TokenAddress, string ClientId, string? ClientSecret)
    : OAuthOptions(TokenAddress, ClientId, ClientSecret)
{
    /// <summary>
    /// Where the person is sent after consenting, as registered with the system. On loopback without TLS, the consent is taken there;
    /// elsewhere the person copies the address. Port 0 takes a free one, for systems that allow any.
    /// </summary>
    public Uri RedirectAddress { get; init; } = new("http://127.0.0.1:0/");

    /// <summary>Further parameters of the address where the person consents, for example <c>force_login</c>.</summary>
    public ImmutableArray<KeyValuePair<string, string>> AuthorizeParameters { get; init; } = [];

    /// <summary>Whether the code is bound to this client by PKCE (RFC 7636, S256). Systems that do not know it ignore it.</summary>
    public bool UsesPkce { get; init; } = true;

    /// <summary>The errors of a renewal after which a person has to consent again.</summary>
    public ImmutableArray<string> ConsentErrors { get; init; } = ["invalid_grant", "unauthorized_client"];

    /// <summary>
    /// A text by which the system says that it is too early to renew: the token that is there is used on. <see langword="null"/> where
    /// there is no such text.
    /// </summary>
    public string? TooEarlyText { get; init; }
}

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>Tokens for the client itself (RFC 6749, 4.4).</summary>
/// <param name="TokenAddress">Where tokens are given.</param>
/// <param name="ClientId">The client's id.</param>
/// <param name="ClientSecret">The client's secret.</param>
internal sealed record ClientCredentialsAuthentication(Uri TokenAddress, string ClientId, string? ClientSecret)
    : OAuthOptions(TokenAddress, ClientId, ClientSecret);

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>A token that does not change (RFC 6750).</summary>
/// <param name="Token">The token.</param>
internal sealed record BearerAuthentication(string Token) : AuthenticationOptions;

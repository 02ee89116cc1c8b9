using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>What the grants of OAuth 2.0 have in common.</summary>
/// <param name="TokenAddress">Where tokens are given. Without TLS only on loopback.</param>
/// <param name="ClientId">The client's id.</param>
/// <param name="ClientSecret">The client's secret; <see langword="null"/> for a public client.</param>
internal abstract record OAuthOptions(Uri TokenAddress, string ClientId, string? ClientSecret) : AuthenticationOptions
{
    /// <summary>How the client proves itself.</summary>
    public ClientAuthenticationForm ClientAuthentication { get; init; }

    /// <summary>The scopes, parted by blanks; <see langword="null"/> for none.</summary>
    public string? Scope { get; init; }

    /// <summary>Headers of the call for a token, for example a subscription key. Those of <see cref="TransportOptions"/> are not sent with it.</summary>
    public ImmutableArray<HeaderLine> TokenHeaders { get; init; } = [];

    /// <summary>Further fields of the call for a token, for example <c>audience</c>.</summary>
    public ImmutableArray<KeyValuePair<string, string>> TokenFields { get; init; } = [];

    /// <summary>How long a token lives where the answer does not say.</summary>
    public TimeSpan DefaultLife { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long before its end a token is renewed.</summary>
    public TimeSpan RenewBefore { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Before this age a token is not renewed, because the system refuses to.</summary>
    public TimeSpan EarliestRenewal { get; init; } = TimeSpan.Zero;
}

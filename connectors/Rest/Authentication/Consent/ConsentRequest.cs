namespace SesamTalk.Connectors.Rest.Authentication.Consent;

/// <summary>A consent that a person is asked for.</summary>
/// <param name="Address">The address that the person opens. It holds no secret.</param>
/// <param name="RedirectAddress">Where the person is sent afterwards.</param>
/// <param name="State">What the redirect must carry, so that it is the answer to this request and no other.</param>
/// <param name="Verifier">What proves that the code is exchanged by who asked for it; <see langword="null"/> without PKCE.</param>
internal sealed record ConsentRequest(Uri Address, Uri RedirectAddress, string State, string? Verifier)
{
    /// <summary>The address alone.</summary>
    public override string ToString() => Address.AbsoluteUri;
}

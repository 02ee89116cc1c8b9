using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Authentication.Consent;

/// <summary>Makes requests for consent (RFC 6749, 4.1.1; RFC 7636).</summary>
internal static class ConsentRequests
{
    /// <summary>Makes one.</summary>
    /// <param name="system">The system's name.</param>
    /// <param name="options">How it is authenticated.</param>
    /// <param name="redirect">Where the person is sent afterwards.</param>
    /// <param name="randomness">Where state and verifier come from.</param>
    /// <exception cref="SystemRefusedException">The address has no TLS.</exception>
    public static ConsentRequest Make(string system, AuthorizationCodeAuthentication options, Uri redirect, RandomNumberGenerator randomness)
    {
        Addresses.DemandTls(system, options.AuthorizeAddress);
        var state = Unguessable(randomness);
        var verifier = options.UsesPkce ? Unguessable(randomness) : null;
        var address = Parameters(options, redirect, state, verifier)
            .Aggregate(options.AuthorizeAddress, (uri, parameter) => Query.With(uri, parameter.Key, parameter.Value));
        return new ConsentRequest(address, redirect, state, verifier);
    }

    private static IEnumerable<KeyValuePair<string, string>> Parameters(
        AuthorizationCodeAuthentication options, Uri redirect, string state, string? verifier)
    {
        yield return new("response_type", "code");
        yield return new("client_id", options.ClientId);
        yield return new("redirect_uri", redirect.OriginalString);
        yield return new("state", state);
        if (options.Scope is { } scope)
            yield return new("scope", scope);
        if (verifier is not null)
        {
            yield return new("code_challenge", Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
            yield return new("code_challenge_method", "S256");
        }

        foreach (var parameter in options.AuthorizeParameters)
            yield return parameter;
    }

    private static string Unguessable(RandomNumberGenerator randomness)
    {
        var bytes = new byte[32];
        randomness.GetBytes(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}

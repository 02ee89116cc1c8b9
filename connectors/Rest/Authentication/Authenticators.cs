using System.Security.Cryptography;
using SesamTalk.Connectors.Rest.Authentication.Consent;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>Makes what options of authentication ask for.</summary>
internal static class Authenticators
{
    /// <summary>What puts the authentication on requests.</summary>
    /// <exception cref="SystemRefusedException">An address of the options has no TLS.</exception>
    public static IAuthenticator Of(TransportOptions options, Sender sender, Secrets secrets, TransportServices services) =>
        options.Authentication is OAuthOptions oauth
            ? new OAuthAuthenticator(
                options.System, oauth, EndpointOf(options.System, oauth, sender, secrets, services), StoreOf(options.System, oauth, services), secrets, services.Clock)
            : new FixedAuthenticator(options.System, options.Authentication);

    /// <summary>What walks a person through the consent; <see langword="null"/> where none is needed.</summary>
    public static ConsentWalk? WalkOf(
        TransportOptions options, Sender sender, Secrets secrets, TransportServices services, RandomNumberGenerator randomness) =>
        options.Authentication is AuthorizationCodeAuthentication code
            ? new ConsentWalk(
                options.System, code, EndpointOf(options.System, code, sender, secrets, services), StoreOf(options.System, code, services), randomness)
            : null;

    private static TokenEndpoint EndpointOf(string system, OAuthOptions options, Sender sender, Secrets secrets, TransportServices services)
    {
        Addresses.DemandTls(system, options.TokenAddress);
        return new TokenEndpoint(system, options, sender, secrets, services.Clock);
    }

    private static TokenStore StoreOf(string system, OAuthOptions options, TransportServices services) => new(system, options, services.Folder);
}

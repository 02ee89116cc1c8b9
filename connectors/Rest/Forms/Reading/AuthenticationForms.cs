using System.Text.RegularExpressions;
using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads how requests are authenticated.</summary>
internal static partial class AuthenticationForms
{
    /// <summary>The authentication.</summary>
    public static AuthenticationOptions Of(Section? section) => section?.Text("kind") switch
    {
        "basic" => new BasicAuthentication(Need(section, "user"), section.Text("password") ?? string.Empty),
        "api_key" => new ApiKeyAuthentication(Need(section, "name"), Need(section, "key"), section.Text("place") == "query" ? ApiKeyPlace.Query : ApiKeyPlace.Header),
        "bearer" => new BearerAuthentication(Need(section, "token")),
        "client_credentials" => Common(section, new ClientCredentialsAuthentication(AddressOf(section, "token_address"), Need(section, "client_id"), section.Text("client_secret"))),
        "authorization_code" => CodeOf(section),
        _ => new NoAuthentication(),
    };

    /// <summary>An address; what stands for one where it is not understood.</summary>
    public static Uri AddressOf(Section section, string key)
    {
        var text = Need(section, key);
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            return WithoutEmptySteps(address);
        }

        // A setting that a check does not resolve leaves the address open.
        if (text.Length > 0 && !text.Contains("${", StringComparison.Ordinal))
        {
            // Without the rest, which may hold what is nobody's business.
            var shown = address is { Host.Length: > 0 } ? $": {address.Scheme}://{address.Host}" : string.Empty;
            section.Faults.NotUnderstood(
                section.PlaceOf(key), $"'{key}' is no address that may be called{shown}", "write https://HOST/..., or http:// for a service on this machine, here or in the setting that it comes from");
        }

        return new Uri("https://unknown.invalid/");
    }

    // An address is often put together of a setting and a path, and people write a setting with a slash at its end or without.
    private static Uri WithoutEmptySteps(Uri address) => address.AbsolutePath.Contains("//", StringComparison.Ordinal)
        ? new UriBuilder(address) { Path = SeveralSlashes().Replace(address.AbsolutePath, "/") }.Uri
        : address;

    private static AuthorizationCodeAuthentication CodeOf(Section section)
    {
        var code = new AuthorizationCodeAuthentication(AddressOf(section, "authorize"), AddressOf(section, "token_address"), Need(section, "client_id"), section.Text("client_secret"));
        return Common(section, code) with
        {
            RedirectAddress = section.Text("redirect") is { } redirect && Uri.TryCreate(redirect, UriKind.Absolute, out var address) ? address : code.RedirectAddress,
            AuthorizeParameters = section.Pairs("authorize_parameters"),
            UsesPkce = section.Flag("pkce") ?? true,
            ConsentErrors = section.Texts("consent_errors") ?? code.ConsentErrors,
            TooEarlyText = section.Text("too_early_text"),
        };
    }

    private static T Common<T>(Section section, T options)
        where T : OAuthOptions => options with
        {
            ClientAuthentication = section.Text("client_authentication") == "basic" ? ClientAuthenticationForm.Basic : ClientAuthenticationForm.Form,
            Scope = section.Text("scope"),
            TokenHeaders = [.. section.Pairs("token_headers").Select(pair => new HeaderLine(pair.Key, pair.Value))],
            TokenFields = section.Pairs("token_fields"),
            DefaultLife = section.Duration("default_life") ?? options.DefaultLife,
            RenewBefore = section.Duration("renew_before") ?? options.RenewBefore,
            EarliestRenewal = section.Duration("earliest_renewal") ?? options.EarliestRenewal,
        };

    private static string Need(Section section, string key) => section.Needed(key, $"authentication of the kind {section.Text("kind") ?? "none"} needs it");

    [GeneratedRegex("/{2,}")]
    private static partial Regex SeveralSlashes();
}

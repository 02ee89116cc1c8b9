using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>How a grant asks for a token, and what its refusals mean.</summary>
internal sealed class Refusals(string system, OAuthOptions options)
{
    private readonly AuthorizationCodeAuthentication? _consented = options as AuthorizationCodeAuthentication;

    /// <summary>What a person can do where tokens are refused.</summary>
    public string Cure => _consented is null ? $"Check the credentials of {system} in its settings." : Connect;

    /// <summary>How a person gets a token at once, as the rest of a sentence; <see langword="null"/> where nobody consents.</summary>
    public string? NewConsent => _consented is null ? null : $"consent anew with: sesamtalk connect {system}";

    private string Connect => $"Consent to the connection with: sesamtalk connect {system}";

    /// <summary>The fields of the grant.</summary>
    /// <exception cref="SystemRefusedException">Nobody has consented yet.</exception>
    public IEnumerable<KeyValuePair<string, string>> FieldsFor(Token? kept)
    {
        if (_consented is null)
            return [new("grant_type", "client_credentials"), .. options.Scope is { } scope ? [new KeyValuePair<string, string>("scope", scope)] : Array.Empty<KeyValuePair<string, string>>()];
        return kept?.Refresh is { } refresh
            ? [new("grant_type", "refresh_token"), new("refresh_token", refresh)]
            : throw new SystemRefusedException($"nobody has consented to the connection with {system} yet", Connect) { IsOfLogin = true };
    }

    /// <summary>Whether only a person's consent helps.</summary>
    public bool NeedsConsent(TokenResult result) => result.Error is { } error && _consented is not null && _consented.ConsentErrors.Contains(error, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a token was refused only because it is too early for a new one.</summary>
    public bool IsTooEarly(TokenResult result) => _consented?.TooEarlyText is { } text && result.Words.Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is told where only a person's consent helps.</summary>
    public SystemRefusedException ConsentNeeded(string reason) => new($"{system} wants a new consent: {reason}", Connect) { IsOfLogin = true };

    /// <summary>What is told of a refusal.</summary>
    public SystemRefusedException Of(TokenResult result) => NeedsConsent(result)
        ? ConsentNeeded(result.Words)
        : new SystemRefusedException(
            $"{system} gives no token: {result.Words}", $"Check the credentials of {system} in its settings.")
        {
            IsOfLogin = true,
        };
}

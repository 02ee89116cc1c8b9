using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Authentication;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>Takes secrets out of what systems say: some repeat in an error what they were sent.</summary>
internal sealed class Secrets
{
    private const int Shortest = 4;
    private static readonly string[] Open = ["Accept", "Content-", "Prefer", "User-Agent"];
    private static readonly string[] Telling = ["secret", "password", "key", "token", "assertion"];

    private ImmutableHashSet<string> _known;

    /// <summary>Knows the secrets of the options.</summary>
    public Secrets(TransportOptions options) => _known =
    [
        .. options.Headers.Where(header => !Open.Any(open => header.Name.StartsWith(open, StringComparison.OrdinalIgnoreCase))).Select(header => header.Value),
        .. Of(options.Authentication),
    ];

    /// <summary>Adds a secret that came up later, such as a token.</summary>
    public void Add(string? secret)
    {
        if (secret is not null)
            ImmutableInterlocked.Update(ref _known, known => known.Add(secret));
    }

    /// <summary>The text without any secret.</summary>
    public string Hide(string text)
    {
        foreach (var secret in _known.Where(secret => secret.Length >= Shortest).OrderByDescending(secret => secret.Length))
        {
            text = text.Replace(secret, "(secret)", StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(secret), "(secret)", StringComparison.Ordinal);
        }

        return text;
    }

    private static IEnumerable<string> Of(AuthenticationOptions options) => options switch
    {
        BasicAuthentication basic => [basic.Password, BasicHeader.Encode(basic.User, basic.Password)],
        BearerAuthentication bearer => [bearer.Token],
        ApiKeyAuthentication key => [key.Key, .. key.Key.Split(' ')[1..]],
        OAuthOptions oauth =>
        [
            oauth.ClientSecret ?? string.Empty,
            BasicHeader.Encode(oauth.ClientId, oauth.ClientSecret ?? string.Empty),
            .. oauth.TokenHeaders.Select(header => header.Value),
            .. oauth.TokenFields.Where(field => Telling.Any(word => field.Key.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(field => field.Value),
        ],
        _ => [],
    };
}

using System.Net.Http.Headers;

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>An authentication that does not change.</summary>
internal sealed class FixedAuthenticator(string system, AuthenticationOptions options) : IAuthenticator
{
    /// <inheritdoc/>
    public string Cure => $"Check the credentials of {system} in its settings.";

    /// <inheritdoc/>
    public string Kind => options switch
    {
        BasicAuthentication => "each request carries a name and a password",
        BearerAuthentication => "each request carries a token that does not change",
        ApiKeyAuthentication => "each request carries a key",
        _ => "no login is asked for",
    };

    /// <inheritdoc/>
    public Task AuthenticateAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        switch (options)
        {
            case BasicAuthentication basic:
                message.Headers.Authorization = new AuthenticationHeaderValue("Basic", BasicHeader.Encode(basic.User, basic.Password));
                break;
            case BearerAuthentication bearer:
                message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer.Token);
                break;
            case ApiKeyAuthentication { Place: ApiKeyPlace.Header } key:
                message.Headers.TryAddWithoutValidation(key.Name, key.Key);
                break;
            case ApiKeyAuthentication key:
                message.RequestUri = Query.With(message.RequestUri!, key.Name, key.Key);
                break;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken) => Task.FromResult(false);
}

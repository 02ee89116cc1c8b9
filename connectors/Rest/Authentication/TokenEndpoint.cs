using System.Net.Http.Headers;
using System.Text;
using SesamTalk.Connectors.Rest.Limits;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>Asks for tokens.</summary>
internal sealed class TokenEndpoint(string system, OAuthOptions options, Sender sender, Secrets secrets, TimeProvider clock)
{
    /// <summary>Asks for a token.</summary>
    /// <param name="fields">The fields of the grant.</param>
    /// <param name="cancellationToken">Ends the waiting before the call; a call that was sent is waited for.</param>
    /// <returns>The token, or the refusal.</returns>
    /// <exception cref="SystemBusyException">The endpoint asks for a long wait.</exception>
    /// <exception cref="SystemUnavailableException">It did not answer, or not with a token or a refusal.</exception>
    public async Task<TokenResult> AskAsync(IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        fields = [.. fields];
        foreach (var field in fields.Where(field => field.Key is "refresh_token" or "code" or "code_verifier"))
            secrets.Add(field.Value);
        var form = Encoding.UTF8.GetBytes(await Form(fields).ReadAsStringAsync(cancellationToken));
        var sent = clock.GetUtcNow();
        var errand = new Errand(options.TokenAddress, (address, _) => Task.FromResult(Message(address, form)))
        {
            Group = RateGate.TokenGroup,
            RunsToItsEnd = true,
        };
        var (response, verdict) = await sender.SendAsync(errand, cancellationToken);
        await using (response)
        {
            var answer = TokenAnswer.Read(response.Content);
            if (verdict is not null)
                return new TokenResult(null, answer.Error, verdict.Words);
            secrets.Add(answer.Access);
            secrets.Add(answer.Refresh);
            return new TokenResult(Made(answer, sent), null, string.Empty);
        }
    }

    // It lives from when it was made, which was after the call was sent and before the answer came.
    private Token Made(TokenAnswer answer, DateTimeOffset sent) => new(
        answer.Access ?? throw new SystemUnavailableException($"{system} answered a call for a token without giving one"), answer.Refresh, clock.GetUtcNow() + options.EarliestRenewal, sent + (answer.Life ?? options.DefaultLife));

    private FormUrlEncodedContent Form(IEnumerable<KeyValuePair<string, string>> fields) => new([.. fields, .. ClientFields(), .. options.TokenFields]);

    private IEnumerable<KeyValuePair<string, string>> ClientFields()
    {
        if (options.ClientAuthentication == ClientAuthenticationForm.Basic)
            yield break;
        yield return new("client_id", options.ClientId);
        if (options.ClientSecret is { } secret)
            yield return new("client_secret", secret);
    }

    private HttpRequestMessage Message(Uri address, byte[] form)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new SentContent(form, "application/x-www-form-urlencoded") };
        message.Headers.Accept.ParseAdd("application/json");
        if (options.ClientAuthentication == ClientAuthenticationForm.Basic)
            message.Headers.Authorization = new AuthenticationHeaderValue("Basic", BasicHeader.Encode(options.ClientId, options.ClientSecret ?? string.Empty));
        foreach (var header in options.TokenHeaders)
            message.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return message;
    }
}

using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Sandbox.ExactOnline.Tokens;

/// <summary>The two addresses of OAuth: consent, which is granted at once, and tokens.</summary>
/// <param name="store">The tokens.</param>
/// <param name="clientId">The client that is known.</param>
/// <param name="clientSecret">Its secret.</param>
/// <param name="clock">The clock.</param>
internal sealed class TokenDesk(TokenStore store, string clientId, string clientSecret, TimeProvider clock)
{
    /// <summary>The answer; none where the request is about something else.</summary>
    public Reply? Answer(Request request) => (request.Method, request.Path) switch
    {
        ("GET", "/api/oauth2/auth") => Consent(request),
        ("POST", "/api/oauth2/token") => Token(request.Form()),
        _ => null,
    };

    private Reply Consent(Request request)
    {
        if (request.Parameter("client_id") != clientId || request.Parameter("response_type") != "code" || request.Parameter("redirect_uri") is not { } redirect)
        {
            return Reply.Plain(400, "The client, the kind of response or the redirect is not known.");
        }

        var target = QueryHelpers.AddQueryString(redirect, "code", store.Consent(redirect));
        return Reply.Nothing(302).With("Location", request.Parameter("state") is { } state ? QueryHelpers.AddQueryString(target, "state", state) : target);
    }

    private Reply Token(IReadOnlyDictionary<string, string> form)
    {
        if (form.GetValueOrDefault("client_id") != clientId || form.GetValueOrDefault("client_secret") != clientSecret)
        {
            return ExactErrors.OfToken(400, "invalid_client", "The client is not known.");
        }

        return form.GetValueOrDefault("grant_type") switch
        {
            "authorization_code" => store.Redeem(form.GetValueOrDefault("code", string.Empty), form.GetValueOrDefault("redirect_uri", string.Empty))
                ? Given(form["code"])
                : ExactErrors.OfToken(400, "invalid_grant", "The code is not known, or was used."),
            "refresh_token" => Refresh(form.GetValueOrDefault("refresh_token", string.Empty)),
            _ => ExactErrors.OfToken(400, "unsupported_grant_type", "The grant is not known."),
        };
    }

    private Reply Refresh(string token)
    {
        switch (store.Find(token))
        {
            case null or (_, "revoked" or "idle", _):
                return ExactErrors.OfToken(400, "invalid_grant", "The chainId is empty or invalid.");
            case (_, "old", var chain):
                store.Revoke(chain);
                return ExactErrors.OfToken(401, "unauthorized_client", "Old refresh token used.");
            case var (issued, _, _) when clock.GetUtcNow() < issued.AddSeconds(TokenStore.EarliestRenewal):
                return ExactErrors.OfToken(400, "access_denied", "Rate limit exceeded: access_token not expired")
                    .With("Reason", "TooEarlyToRefreshTokens");
            case var (_, _, chain):
                return Given(chain);
        }
    }

    private Reply Given(string? chain)
    {
        var pair = store.Issue(chain);
        return Reply.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("access_token", pair.Access);
            json.WriteString("token_type", "bearer");
            json.WriteString("expires_in", TokenStore.Life.ToString(CultureInfo.InvariantCulture));
            json.WriteString("refresh_token", pair.Refresh);
            json.WriteEndObject();
        });
    }
}

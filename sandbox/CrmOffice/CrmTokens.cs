using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.CrmOffice;

/// <summary>The two addresses of OAuth, by authorization code with PKCE: consent, which is granted at once, and tokens, which are JWT.</summary>
/// <param name="database">The database, whose tables <c>Codes</c> and <c>Tokens</c> keep what was given.</param>
/// <param name="client">The client that is known, and its secret.</param>
/// <param name="clock">The clock.</param>
internal sealed class CrmTokens(StandInDatabase database, (string Id, string Secret) client, TimeProvider clock)
{
    private const int Life = 3600;

    /// <summary>Makes the tables.</summary>
    public void Prepare() => database.Execute("""
        CREATE TABLE IF NOT EXISTS "Codes" (code TEXT PRIMARY KEY, redirect_uri TEXT NOT NULL, challenge TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS "Tokens" (access_token TEXT PRIMARY KEY, refresh_token TEXT NOT NULL, expires_at TEXT NOT NULL);
        """);

    /// <summary>The answer; none where the request is about something else.</summary>
    public Reply? Answer(Request request) => (request.Method, request.Path) switch
    {
        ("GET", "/connect/authorize") => Consent(request),
        ("POST", "/connect/token") => Token(request.Form()),
        _ => null,
    };

    /// <summary>Whether a token opens the door.</summary>
    public bool Admits(string? token) =>
        token is not null
        && database.Value("SELECT expires_at FROM \"Tokens\" WHERE access_token = ?", token) is string expires
        && clock.GetUtcNow() < DateTimeOffset.Parse(expires, CultureInfo.InvariantCulture);

    /// <summary>Whether a user has consented: there is a refresh token.</summary>
    public bool HasConsent() => database.Value("SELECT 1 FROM \"Tokens\" LIMIT 1") is not null;

    /// <summary>Ends every token: a user must consent again.</summary>
    public void Revoke() => database.Run("DELETE FROM \"Tokens\"");

    private Reply Consent(Request request)
    {
        var scopes = (request.Parameter("scope") ?? string.Empty).Split(' ');
        if (request.Parameter("client_id") != client.Id || request.Parameter("response_type") != "code" || request.Parameter("redirect_uri") is not { } redirect
            || request.Parameter("code_challenge_method") != "S256" || request.Parameter("code_challenge") is not { } challenge || !scopes.Contains("crmoffice"))
        {
            return Refusal("invalid_request");
        }

        var code = database.Write(() =>
        {
            var made = "code." + database.NextUuid("crmoffice/codes");
            database.Run("INSERT INTO \"Codes\" (code, redirect_uri, challenge) VALUES (?, ?, ?)", made, redirect, challenge);
            return made;
        });
        var target = QueryHelpers.AddQueryString(redirect, "code", code);
        return Reply.Nothing(302).With("Location", request.Parameter("state") is { } state ? QueryHelpers.AddQueryString(target, "state", state) : target);
    }

    private Reply Token(IReadOnlyDictionary<string, string> form)
    {
        if (form.GetValueOrDefault("client_id") != client.Id || form.GetValueOrDefault("client_secret") != client.Secret)
        {
            return Refusal("invalid_client");
        }

        return form.GetValueOrDefault("grant_type") switch
        {
            "authorization_code" when Redeem(form) => Given("refresh."),
            "refresh_token" when form.GetValueOrDefault("refresh_token") is { } known && RowEdits.Exists(database, "Tokens", "refresh_token", known) => Given(known),
            "authorization_code" or "refresh_token" => Refusal("invalid_grant"),
            _ => Refusal("unsupported_grant_type"),
        };
    }

    private bool Redeem(IReadOnlyDictionary<string, string> form)
    {
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form.GetValueOrDefault("code_verifier", string.Empty))));
        return database.Run(
            "DELETE FROM \"Codes\" WHERE code = ? AND redirect_uri = ? AND challenge = ?",
            form.GetValueOrDefault("code"), form.GetValueOrDefault("redirect_uri"), challenge) == 1;
    }

    // The refresh token stays: whether the vendor changes it was not found.
    private Reply Given(string refresh) => database.Write(() =>
    {
        var id = database.NextUuid("crmoffice/tokens");
        var expires = clock.GetUtcNow().AddSeconds(Life);
        var (access, kept) = (Jwt(id, expires), refresh == "refresh." ? refresh + id : refresh);
        database.Run("INSERT INTO \"Tokens\" (access_token, refresh_token, expires_at) VALUES (?, ?, ?)", access, kept, expires.ToString("O", CultureInfo.InvariantCulture));
        return Reply.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("access_token", access);
            json.WriteString("token_type", "Bearer");
            json.WriteNumber("expires_in", Life);
            json.WriteString("refresh_token", kept);
            json.WriteString("scope", "crmoffice offline_access");
            json.WriteEndObject();
        });
    });

    private string Jwt(string id, DateTimeOffset expires)
    {
        var head = WebEncoders.Base64UrlEncode("""{"alg":"HS256","typ":"JWT"}"""u8.ToArray());
        var claims = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($$"""{"jti":"{{id}}","scope":"crmoffice","exp":{{expires.ToUnixTimeSeconds()}}}"""));
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(client.Secret), Encoding.ASCII.GetBytes($"{head}.{claims}"));
        return $"{head}.{claims}.{WebEncoders.Base64UrlEncode(signature)}";
    }

    private static Reply Refusal(string error) => Reply.Json(400, json =>
    {
        json.WriteStartObject();
        json.WriteString("error", error);
        json.WriteEndObject();
    });
}

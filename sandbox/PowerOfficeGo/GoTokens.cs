using System.Globalization;
using System.Text;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>Gives tokens to clients that bring their three keys, and knows which are alive.</summary>
/// <param name="database">The database, whose table <c>Tokens</c> keeps them.</param>
/// <param name="keys">The application key and the client key.</param>
/// <param name="life">How long they live, in seconds.</param>
/// <param name="clock">The clock.</param>
internal sealed class GoTokens(StandInDatabase database, (string Application, string Client) keys, int life, TimeProvider clock)
{
    /// <summary>Answers the token endpoint.</summary>
    public Reply Answer(Request request)
    {
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{keys.Application}:{keys.Client}"));
        if (request.Credential("Basic") != expected || request.Form().GetValueOrDefault("grant_type") != "client_credentials")
        {
            return GoProblem.InvalidClient();
        }

        var token = database.Write(() =>
        {
            var made = "go." + database.NextUuid("poweroffice-go/tokens");
            database.Run("INSERT INTO \"Tokens\" (access_token, expires_at) VALUES (?, ?)", made, clock.GetUtcNow().AddSeconds(life).ToString("O", CultureInfo.InvariantCulture));
            return made;
        });
        return Reply.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteString("access_token", token);
            json.WriteString("token_type", "bearer");
            json.WriteNumber("expires_in", life);
            json.WriteEndObject();
        });
    }

    /// <summary>Whether a token opens the door.</summary>
    public bool Admits(string? token) =>
        token is not null
        && database.Value("SELECT expires_at FROM \"Tokens\" WHERE access_token = ?", token) is string expires
        && clock.GetUtcNow() < DateTimeOffset.Parse(expires, CultureInfo.InvariantCulture);

    /// <summary>Ends every token.</summary>
    public void Revoke() => database.Run("DELETE FROM \"Tokens\"");
}

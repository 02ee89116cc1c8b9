using System.Globalization;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Tokens;

/// <summary>The tokens that were given, in the table <c>Tokens</c>: they outlive the process, as the vendor's do.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">The clock.</param>
internal sealed class TokenStore(StandInDatabase database, TimeProvider clock)
{
    /// <summary>The life of an access token, and the age from which it may be renewed, in seconds.</summary>
    public const int Life = 600, EarliestRenewal = 570;

    private static readonly TimeSpan Idle = TimeSpan.FromDays(30);

    /// <summary>Makes the tables.</summary>
    public void Prepare() => database.Execute("""
        CREATE TABLE IF NOT EXISTS "Tokens" (refresh_token TEXT PRIMARY KEY, access_token TEXT NOT NULL, issued_at TEXT NOT NULL, state TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS "Codes" (code TEXT PRIMARY KEY, redirect_uri TEXT NOT NULL, used INTEGER NOT NULL);
        """);

    /// <summary>A new code for a consent.</summary>
    public string Consent(string redirect) => database.Write(() =>
    {
        var code = "code." + database.NextUuid("exact-online/codes");
        database.Run("INSERT INTO \"Codes\" (code, redirect_uri, used) VALUES (?, ?, 0)", code, redirect);
        return code;
    });

    /// <summary>Uses a code up.</summary>
    /// <returns>Whether it was there, fresh, and for that redirect.</returns>
    public bool Redeem(string code, string redirect) =>
        database.Run("UPDATE \"Codes\" SET used = 1 WHERE code = ? AND redirect_uri = ? AND used = 0", code, redirect) == 1;

    /// <summary>Gives a new pair. What was live before is old now.</summary>
    public TokenPair Issue() => database.Write(() =>
    {
        var pair = new TokenPair("access." + database.NextUuid("exact-online/access"), "refresh." + database.NextUuid("exact-online/refresh"), clock.GetUtcNow());
        database.Run("UPDATE \"Tokens\" SET state = 'old' WHERE state = 'live'");
        database.Run("INSERT INTO \"Tokens\" (refresh_token, access_token, issued_at, state) VALUES (?, ?, ?, 'live')", pair.Refresh, pair.Access, database.Present);
        return pair;
    });

    /// <summary>What is known of a refresh token: when its pair was given, and whether it is <c>live</c>, <c>old</c>, <c>revoked</c> or <c>idle</c>.</summary>
    public (DateTimeOffset IssuedAt, string State)? Find(string refresh) =>
        database.Query("SELECT issued_at, state FROM \"Tokens\" WHERE refresh_token = ?", refresh) is [var row]
            ? Aged(Moment(row[0]), (string)row[1]!)
            : null;

    /// <summary>Whether a user has consented: there is a refresh token that can be used.</summary>
    public bool HasConsent() => database.Query("SELECT issued_at FROM \"Tokens\" WHERE state = 'live'").Any(row => Aged(Moment(row[0]), "live").Item2 == "live");

    /// <summary>Whether an access token opens the door.</summary>
    public bool Admits(string access) =>
        database.Query("SELECT issued_at FROM \"Tokens\" WHERE access_token = ? AND state <> 'revoked'", access) is [var row]
        && clock.GetUtcNow() < Moment(row[0]).AddSeconds(Life);

    /// <summary>Ends the whole chain: a user must consent again.</summary>
    public void Revoke() => database.Run("UPDATE \"Tokens\" SET state = 'revoked'");

    private (DateTimeOffset, string) Aged(DateTimeOffset issued, string state) =>
        (issued, state == "live" && clock.GetUtcNow() - issued > Idle ? "idle" : state);

    private static DateTimeOffset Moment(object? cell) => DateTimeOffset.Parse((string)cell!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

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
    public void Prepare()
    {
        database.Execute("""
            CREATE TABLE IF NOT EXISTS "Tokens" (refresh_token TEXT PRIMARY KEY, access_token TEXT NOT NULL, issued_at TEXT NOT NULL, state TEXT NOT NULL, chain TEXT);
            CREATE TABLE IF NOT EXISTS "Codes" (code TEXT PRIMARY KEY, redirect_uri TEXT NOT NULL, used INTEGER NOT NULL);
            """);
        if (database.Value("SELECT 1 FROM pragma_table_info('Tokens') WHERE name = 'chain'") is null)
        {
            database.Execute("ALTER TABLE \"Tokens\" ADD COLUMN chain TEXT");
        }
    }

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

    /// <summary>Gives a new pair. What was live before in its chain is old now.</summary>
    /// <param name="chain">What the chain is called: the code of the consent that it began with.</param>
    public TokenPair Issue(string? chain) => database.Write(() =>
    {
        var pair = new TokenPair("access." + database.NextUuid("exact-online/access"), "refresh." + database.NextUuid("exact-online/refresh"), clock.GetUtcNow());
        database.Run("UPDATE \"Tokens\" SET state = 'old' WHERE state = 'live' AND chain IS ?", chain);
        database.Run("INSERT INTO \"Tokens\" (refresh_token, access_token, issued_at, state, chain) VALUES (?, ?, ?, 'live', ?)", pair.Refresh, pair.Access, database.Present, chain);
        return pair;
    });

    /// <summary>What is known of a refresh token: when its pair was given, whether it is <c>live</c>, <c>old</c>, <c>revoked</c> or <c>idle</c>, and its chain.</summary>
    public (DateTimeOffset IssuedAt, string State, string? Chain)? Find(string refresh) =>
        database.Query("SELECT issued_at, state, chain FROM \"Tokens\" WHERE refresh_token = ?", refresh) is [var row]
            ? (Moment(row[0]), Aged(Moment(row[0]), (string)row[1]!), (string?)row[2])
            : null;

    /// <summary>Whether a user has consented: there is a refresh token that can be used.</summary>
    public bool HasConsent() => database.Query("SELECT issued_at FROM \"Tokens\" WHERE state = 'live'").Any(row => Aged(Moment(row[0]), "live") == "live");

    /// <summary>Whether an access token opens the door.</summary>
    public bool Admits(string access) =>
        database.Query("SELECT issued_at FROM \"Tokens\" WHERE access_token = ? AND state <> 'revoked'", access) is [var row]
        && clock.GetUtcNow() < Moment(row[0]).AddSeconds(Life);

    /// <summary>Ends a chain: a user must consent again.</summary>
    public void Revoke(string? chain) => database.Run("UPDATE \"Tokens\" SET state = 'revoked' WHERE chain IS ?", chain);

    /// <summary>Ends all chains.</summary>
    public void Revoke() => database.Run("UPDATE \"Tokens\" SET state = 'revoked'");

    private string Aged(DateTimeOffset issued, string state) => state == "live" && clock.GetUtcNow() - issued > Idle ? "idle" : state;

    private static DateTimeOffset Moment(object? cell) => DateTimeOffset.Parse((string)cell!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

namespace SesamTalk.Sandbox.ExactOnline.Tokens;

/// <summary>An access token and the token that renews it.</summary>
/// <param name="Access">The access token.</param>
/// <param name="Refresh">The refresh token.</param>
/// <param name="IssuedAt">When they were given.</param>
internal sealed record TokenPair(string Access, string Refresh, DateTimeOffset IssuedAt);

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>A name and a password with each request (RFC 7617).</summary>
/// <param name="User">The name.</param>
/// <param name="Password">The password.</param>
internal sealed record BasicAuthentication(string User, string Password) : AuthenticationOptions;

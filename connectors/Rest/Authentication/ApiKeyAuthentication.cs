namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>An API key with each request.</summary>
/// <param name="Name">The name of the header or of the query parameter.</param>
/// <param name="Key">The key, with whatever the system wants before it.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ApiKeyAuthentication(string Name, string Key, ApiKeyPlace Place = ApiKeyPlace.Header) : AuthenticationOptions;

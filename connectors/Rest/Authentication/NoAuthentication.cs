namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>Requests carry no authentication, or one that stands in the headers.</summary>
internal sealed record NoAuthentication : AuthenticationOptions;

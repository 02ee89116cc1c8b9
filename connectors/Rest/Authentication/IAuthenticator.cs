using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>Puts the authentication on requests.</summary>
internal interface IAuthenticator
{
    /// <summary>What a person can do where the system does not take the authentication.</summary>
    string Cure { get; }

    /// <summary>What it is, in plain words.</summary>
    string Kind { get; }

    /// <summary>Puts the authentication on a request.</summary>
    /// <exception cref="SystemRefusedException">There is none, and only a person can get one.</exception>
    Task AuthenticateAsync(HttpRequestMessage message, CancellationToken cancellationToken);

    /// <summary>The system did not take the authentication of a request (401): gets another.</summary>
    /// <returns>Whether there is another now, with which the request may be sent again.</returns>
    /// <exception cref="SystemRefusedException">Only a person can get another.</exception>
    Task<bool> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken);
}

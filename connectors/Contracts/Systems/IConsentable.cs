namespace SesamTalk.Connectors.Systems;

/// <summary>Ability: be reached only after a person has consented to it, once, in a browser.</summary>
public interface IConsentable
{
    /// <summary>Walks a person through the consent, and keeps what comes of it in <see cref="SystemDefinition.KeptFolder"/>.</summary>
    /// <param name="guide">Speaks with the person.</param>
    /// <param name="cancellationToken">Ends the waiting for the person.</param>
    /// <returns>Whether a consent is needed, and now given; where none is needed, nothing was done.</returns>
    /// <exception cref="SystemRefusedException">The person or the system refused.</exception>
    /// <exception cref="SystemUnavailableException">The system did not answer.</exception>
    Task<bool> ConsentAsync(IConsentGuide guide, CancellationToken cancellationToken);
}

namespace SesamTalk.Connectors.Systems;

/// <summary>Speaks with the person who consents.</summary>
public interface IConsentGuide
{
    /// <summary>Tells where to consent. Afterwards the browser comes to this machine, which is waited for.</summary>
    /// <param name="address">The address to open. It holds no secret.</param>
    void Show(Uri address);

    /// <summary>Tells where to consent, and asks where the browser was sent to: that is not this machine.</summary>
    /// <param name="address">The address to open. It holds no secret.</param>
    /// <param name="redirect">How the address begins that the browser is sent to.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The whole address that the browser was sent to. It holds a secret.</returns>
    Task<Uri> AskAsync(Uri address, Uri redirect, CancellationToken cancellationToken);
}

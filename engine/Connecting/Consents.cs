using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Connecting;

/// <summary>Gets the consent of a person to the connection with a system.</summary>
/// <param name="connectors">The adapters that there are.</param>
/// <param name="clock">The time.</param>
public sealed class Consents(IEnumerable<IConnector> connectors, TimeProvider clock)
{
    /// <summary>Whether a person has to consent before the system can be reached, as far as this machine knows.</summary>
    /// <param name="workspace">The workspace, checked.</param>
    /// <param name="system">One of its systems.</param>
    public async Task<bool> AreLackingAsync(Workspace workspace, SystemConfiguration system)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(system);
        await using var connection = Connections.Open(connectors, workspace, system, clock);
        return connection is IKnowsConsent { LacksConsent: true };
    }

    /// <summary>Walks a person through the consent.</summary>
    /// <param name="workspace">The workspace, checked.</param>
    /// <param name="system">One of its systems.</param>
    /// <param name="guide">Speaks with the person.</param>
    /// <param name="cancellationToken">Ends the waiting for the person.</param>
    /// <returns>Whether the system needs a consent, which is then given; where it needs none, nothing was done.</returns>
    /// <exception cref="SystemFailureException">The consent was not given.</exception>
    public async Task<bool> GetAsync(Workspace workspace, SystemConfiguration system, IConsentGuide guide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(system);
        await using var connection = Connections.Open(connectors, workspace, system, clock);
        return connection is IConsentable consentable && await consentable.ConsentAsync(guide, cancellationToken);
    }
}

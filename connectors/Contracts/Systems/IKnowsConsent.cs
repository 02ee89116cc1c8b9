namespace SesamTalk.Connectors.Systems;

/// <summary>Ability: know, without reaching out, whether a person has to consent to the connection, as <see cref="IConsentable"/> does it.</summary>
public interface IKnowsConsent
{
    /// <summary>Whether a consent is needed and not kept: nobody gave one yet, or the system takes it no longer.</summary>
    /// <exception cref="SystemRefusedException">What is kept cannot be read.</exception>
    bool LacksConsent { get; }
}

namespace SesamTalk.Connectors.Definitions;

/// <summary>
/// Ability of a definition: know the calls by which such a system tells that something has changed there (webhooks). A call is a hint that
/// there is something to read; nothing is taken from it.
/// </summary>
public interface IKnowsWebhooks
{
    /// <summary>Whether calls can be told from forgeries: it is known how they are signed, and with what secret.</summary>
    bool HasWebhooks { get; }

    /// <summary>Whether a call is of the system: its signature is right.</summary>
    /// <param name="body">What was sent, as it was received.</param>
    /// <param name="header">Gives a header of the call, or <see langword="null"/> where it is not there.</param>
    bool IsGenuine(ReadOnlyMemory<byte> body, Func<string, string?> header);
}

namespace SesamTalk.Connectors.Descriptions;

/// <summary>Who chooses the key of a new record.</summary>
public enum KeyGiver
{
    /// <summary>The system, when the record is created.</summary>
    System,

    /// <summary>Whoever creates the record: the engine then sends a new UUID, which makes a repeated create harmless (clause C3).</summary>
    Client,
}

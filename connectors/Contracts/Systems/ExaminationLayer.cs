namespace SesamTalk.Connectors.Systems;

/// <summary>What an examination looks at, each on top of the one before.</summary>
public enum ExaminationLayer
{
    /// <summary>The files of the workspace, and what is settled in them.</summary>
    Files,

    /// <summary>Whether the system can be reached and knows who asks.</summary>
    Credentials,

    /// <summary>What whoever asks may do there.</summary>
    Rights,

    /// <summary>Whether the entities look as they are described.</summary>
    Shape,

    /// <summary>Whether some records can be read.</summary>
    Sample,
}

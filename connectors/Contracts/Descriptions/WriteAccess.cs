namespace SesamTalk.Connectors.Descriptions;

/// <summary>When a property may be written.</summary>
public enum WriteAccess
{
    /// <summary>On create and on update.</summary>
    Always,

    /// <summary>On create only; afterwards it is read-only.</summary>
    CreateOnly,

    /// <summary>Never: the system fills it.</summary>
    Never,
}

namespace SesamTalk.Engine.Diagnostics;

/// <summary>How grave a diagnostic is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Note,

    /// <summary>Probably not what was meant; the set still runs.</summary>
    Warning,

    /// <summary>Wrong; the set does not run.</summary>
    Error,
}

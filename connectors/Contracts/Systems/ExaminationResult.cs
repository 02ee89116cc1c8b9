namespace SesamTalk.Connectors.Systems;

/// <summary>How something is that was looked at.</summary>
public enum ExaminationResult
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>It works, and may surprise.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failure,
}

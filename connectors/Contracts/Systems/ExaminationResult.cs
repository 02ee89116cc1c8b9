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

    /// <summary>It was not looked at, because something before it does not work.</summary>
    NotTried,
}

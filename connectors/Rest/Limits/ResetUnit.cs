namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>How a header tells when a limit starts anew.</summary>
internal enum ResetUnit
{
    /// <summary>Seconds from now.</summary>
    Seconds,

    /// <summary>Seconds since 1970.</summary>
    EpochSeconds,

    /// <summary>Milliseconds since 1970.</summary>
    EpochMilliseconds,

    /// <summary>A date, as HTTP or ISO 8601 write it.</summary>
    Date,
}

namespace SesamTalk.Connectors.Rest.Values;

/// <summary>How a system writes instants. All forms of ISO 8601 are read alike; they differ in how they are written.</summary>
internal enum DateTimeForm
{
    /// <summary>ISO 8601 in UTC with <c>Z</c>; read with any offset, and without one in the time zone of the form.</summary>
    Iso,

    /// <summary>ISO 8601 with the offset of the time zone.</summary>
    IsoOffset,

    /// <summary>ISO 8601 in the time zone, without an offset.</summary>
    IsoLocal,

    /// <summary><c>/Date(ms)/</c>, milliseconds since 1970 in UTC.</summary>
    DateMilliseconds,

    /// <summary><c>/Date(ms)/</c>, the clock on the wall of the time zone as if it were UTC.</summary>
    DateMillisecondsLocal,

    /// <summary>Seconds since 1970, a number.</summary>
    UnixSeconds,

    /// <summary>Milliseconds since 1970, a number.</summary>
    UnixMilliseconds,
}

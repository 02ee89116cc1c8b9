namespace SesamTalk.Connectors.Rest.Values;

/// <summary>How a system writes calendar dates.</summary>
internal enum DateForm
{
    /// <summary><c>2026-01-31</c>; a time behind it is passed over when it is read.</summary>
    Iso,

    /// <summary><c>2026-01-31T00:00:00</c>.</summary>
    IsoDateTime,

    /// <summary><c>/Date(ms)/</c> of midnight, as if in UTC.</summary>
    DateMilliseconds,
}

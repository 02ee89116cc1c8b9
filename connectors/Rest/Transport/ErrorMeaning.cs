namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What an answer that is no success means (clause W4).</summary>
internal enum ErrorMeaning
{
    /// <summary>The system does not accept this content for this record.</summary>
    Rejected,

    /// <summary>Something else is there than was expected.</summary>
    Changed,

    /// <summary>There is no such record.</summary>
    Missing,

    /// <summary>Nothing was done; the system asks to wait.</summary>
    Busy,

    /// <summary>A login or a right is missing; a person has to act.</summary>
    Refused,

    /// <summary>The system does not work. Whether anything was done is not known.</summary>
    Unavailable,
}

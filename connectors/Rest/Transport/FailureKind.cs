namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What an answer says that concerns only the record asked for (clause W4).</summary>
internal enum FailureKind
{
    /// <summary>The system does not accept this content.</summary>
    Rejected,

    /// <summary>Something else is there than was expected (clause W2).</summary>
    Changed,

    /// <summary>There is no such record.</summary>
    Missing,
}

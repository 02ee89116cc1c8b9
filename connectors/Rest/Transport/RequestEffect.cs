namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What repeating a request would do.</summary>
internal enum RequestEffect
{
    /// <summary>It changes nothing.</summary>
    Read,

    /// <summary>The second time changes nothing more: an update to given values, a delete, a create under an idempotency key.</summary>
    Idempotent,

    /// <summary>The second time may make a second record. It is never repeated once it may have arrived (clause C3).</summary>
    Create,
}

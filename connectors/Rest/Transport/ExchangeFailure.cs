namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>Why there is no answer.</summary>
internal enum ExchangeFailure
{
    /// <summary>Nothing was sent.</summary>
    NotSent,

    /// <summary>The request was sent, or may have been, and its answer did not come, or not whole.</summary>
    Lost,

    /// <summary>The request was sent, and its answer is greater than what is taken.</summary>
    TooLarge,

    /// <summary>The certificate is not that of the host, or nobody vouches for it. Nothing was sent.</summary>
    Certificate,
}

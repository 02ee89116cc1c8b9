namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>Where a request carries an API key.</summary>
internal enum ApiKeyPlace
{
    /// <summary>In a header.</summary>
    Header,

    /// <summary>In the query of the address.</summary>
    Query,
}

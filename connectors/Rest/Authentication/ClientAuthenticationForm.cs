namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>How a client proves itself where it asks for a token (RFC 6749, 2.3.1).</summary>
internal enum ClientAuthenticationForm
{
    /// <summary>Id and secret in the form that is sent.</summary>
    Form,

    /// <summary>Id and secret as name and password, in the header <c>Authorization</c>.</summary>
    Basic,
}

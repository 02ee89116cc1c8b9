namespace SesamTalk.Connectors.Rest.Webhooks;

/// <summary>How the bytes of a signature are written.</summary>
internal enum SignatureForm
{
    /// <summary>Two digits a byte, with letters of either case.</summary>
    Hex,

    /// <summary>Base 64 (RFC 4648, section 4).</summary>
    Base64,
}

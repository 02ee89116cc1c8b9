namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>What a request that writes carries.</summary>
internal enum BodyForm
{
    /// <summary>Only the properties that are given.</summary>
    Partial,

    /// <summary>The whole record as it is to be: it is read first.</summary>
    Whole,

    /// <summary>A merge patch (RFC 7396).</summary>
    Merge,

    /// <summary>A JSON patch (RFC 6902).</summary>
    JsonPatch,
}

namespace SesamTalk.Conformance.Rest;

/// <summary>Where a connection is cut.</summary>
internal enum CutAt
{
    /// <summary>Once the request is sent, and before it has an effect.</summary>
    Request,

    /// <summary>Once it had its effect.</summary>
    Answer,
}

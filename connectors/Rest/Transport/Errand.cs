namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>A request that is to be sent, once or again.</summary>
/// <param name="Address">Where to.</param>
/// <param name="Make">Makes the message for an address: a message can be sent only once.</param>
internal sealed record Errand(Uri Address, Func<Uri, CancellationToken, Task<HttpRequestMessage>> Make)
{
    /// <summary>What repeating it would do.</summary>
    public RequestEffect Effect { get; init; }

    /// <summary>
    /// Whether it is not cut off once it is sent: what it did could then not be told, and a token that is used up would be lost with its successor.
    /// </summary>
    public bool RunsToItsEnd { get; init; }

    /// <summary>The group of calls that it belongs to.</summary>
    public string Group { get; init; } = string.Empty;

    /// <summary>Gets another authentication for a message whose own was not taken; <see langword="null"/> where there is none to get.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task<bool>>? Renew { get; init; }
}

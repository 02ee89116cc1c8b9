using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Rest.Limits;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>How a system is reached.</summary>
/// <param name="System">Its name in <c>systems.yaml</c>: what messages say.</param>
/// <param name="BaseAddress">Where it is. Without TLS only on loopback. Requests go to its host, port and scheme and to no other.</param>
internal sealed record TransportOptions(string System, Uri BaseAddress)
{
    /// <summary>Headers that every request has, for example <c>Accept</c> or a subscription key.</summary>
    public ImmutableArray<HeaderLine> Headers { get; init; } = [];

    /// <summary>How requests are authenticated.</summary>
    public AuthenticationOptions Authentication { get; init; } = new NoAuthentication();

    /// <summary>How many calls are permitted.</summary>
    public LimitOptions Limits { get; init; } = new();

    /// <summary>What answers mean that are no success.</summary>
    public ErrorRules Errors { get; init; } = new();

    /// <summary>How often and how soon a request is repeated.</summary>
    public RetryOptions Retries { get; init; } = new();

    /// <summary>How long to wait for a connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long to wait for a whole answer, from the sending of its request.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The greatest content of an answer, in bytes, after decompression.</summary>
    public int GreatestAnswer { get; init; } = 64 * 1024 * 1024;

    /// <summary>The greatest total of an answer's headers, in KiB.</summary>
    public int GreatestHeaders { get; init; } = 64;

    /// <summary>How many requests may be under way at a time.</summary>
    public int Connections { get; init; } = 4;
}

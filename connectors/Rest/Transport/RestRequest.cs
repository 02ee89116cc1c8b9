using System.Collections.Immutable;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>A request to the system, without its authentication: the transport adds that.</summary>
/// <param name="Method">The method.</param>
/// <param name="Address">The absolute address. One of another host, port or scheme than the system's is refused and never called.</param>
internal sealed record RestRequest(HttpMethod Method, Uri Address)
{
    /// <summary>Headers of this request, beside those that every request has.</summary>
    public ImmutableArray<HeaderLine> Headers { get; init; } = [];

    /// <summary>What is sent; <see langword="null"/> for nothing.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>What <see cref="Body"/> is, for example <c>application/json</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>What repeating it would do.</summary>
    public RequestEffect Effect { get; init; }

    /// <summary>The group of calls that it belongs to, where limits differ by that (an endpoint, an entity).</summary>
    public string LimitGroup { get; init; } = string.Empty;

    /// <summary>The method and the path. The query is left out: keys may stand in it.</summary>
    public override string ToString() => $"{Method} {Address.AbsolutePath}";
}

using System.Collections.Immutable;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What answers mean that are no success.</summary>
internal sealed record ErrorRules
{
    /// <summary>
    /// Where the system's own words are in a JSON body: names joined by dots, in any case, the first that holds text decides. A list on
    /// the way stands for its elements, whose texts are joined. Empty for the places that are common: those of OAuth, of OData and of
    /// problem details (RFC 9457).
    /// </summary>
    public ImmutableArray<string> MessagePaths { get; init; } = [];

    /// <summary>Rules of this system; the first that fits decides. Where none does, the status decides as is usual in HTTP.</summary>
    public ImmutableArray<ErrorRule> Rules { get; init; } = [];
}

using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>A request that creates several records.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path.</param>
/// <param name="Parameters">Its query.</param>
/// <param name="Most">How many records it may carry.</param>
internal sealed record BatchForm(HttpMethod Method, Template Path, ImmutableArray<Parameter> Parameters, int Most)
{
    /// <summary>The name under which the list stands in the body; <see langword="null"/> for none.</summary>
    public string? Wrap { get; init; }

    /// <summary>Where the answer holds a row a record, in the order of the request.</summary>
    public ImmutableArray<string> Rows { get; init; } = [string.Empty];

    /// <summary>Where a row holds the key of its record.</summary>
    public string Key { get; init; } = string.Empty;

    /// <summary>Where a row says why its record was not accepted; <see langword="null"/> where a batch is accepted wholly or not at all.</summary>
    public string? Error { get; init; }
}

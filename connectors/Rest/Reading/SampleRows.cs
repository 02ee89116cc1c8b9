using System.Text.Json;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>The rows of one page, for somebody who wants to see what a service really sends.</summary>
/// <param name="Json">The rows as they were sent.</param>
/// <param name="Read">The same rows as they were understood.</param>
internal sealed record SampleRows(List<JsonElement> Json, List<ReadRow> Read)
{
    /// <summary>Why there are none, where the request was permitted and not understood.</summary>
    public SystemFailureException? Trouble { get; init; }
}

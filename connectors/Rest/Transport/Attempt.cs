using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What came of one attempt at an errand.</summary>
internal sealed record Attempt
{
    /// <summary>The answer, where there is one that says something of this errand.</summary>
    public RestResponse? Response { get; init; }

    /// <summary>What it means; <see langword="null"/> for a success.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>Why there is no such answer.</summary>
    public SystemFailureException? Trouble { get; init; }

    /// <summary>Whether another attempt is safe and may help.</summary>
    public bool IsRepeatable { get; init; }
}

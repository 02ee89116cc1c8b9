using SesamTalk.Connectors.Writing;

namespace SesamTalk.Engine.Writing;

/// <summary>The record was not sent: its system had failed before.</summary>
internal sealed record NotSent : WriteOutcome
{
    /// <summary>The one outcome of this kind.</summary>
    public static NotSent Outcome { get; } = new();
}

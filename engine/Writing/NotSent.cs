using SesamTalk.Connectors.Writing;

namespace SesamTalk.Engine.Writing;

/// <summary>The record was not sent, or not taken: its system had failed before, was busy, or the run was cancelled.</summary>
internal sealed record NotSent : WriteOutcome
{
    /// <summary>The one outcome of this kind.</summary>
    public static NotSent Outcome { get; } = new();
}

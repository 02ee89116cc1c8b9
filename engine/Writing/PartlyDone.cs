using SesamTalk.Connectors.Writing;

namespace SesamTalk.Engine.Writing;

/// <summary>Some of the changes were made before the system became busy. It has been waited for; the record is to be read before it is written again.</summary>
internal sealed record PartlyDone : WriteOutcome
{
    /// <summary>The one outcome of this kind.</summary>
    public static PartlyDone Outcome { get; } = new();
}

using System.Collections.Immutable;

namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>How many calls a system permits.</summary>
internal sealed record LimitOptions
{
    /// <summary>The limits; all that concern a request hold for it.</summary>
    public ImmutableArray<RateLimit> Limits { get; init; } = [];

    /// <summary>How long to wait where the system is busy and does not say how long; doubled each time that it is so again.</summary>
    public TimeSpan BusyWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest wait for a limit within a call. Where a longer one is needed, the call fails as busy, with the time at which it can
    /// be made again.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);
}

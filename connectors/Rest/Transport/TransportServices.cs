using SesamTalk.Connectors.Rest.Keeping;
using SesamTalk.Connectors.Rest.Limits;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What a transport takes from outside.</summary>
/// <param name="Clock">The time of waits, limits and tokens.</param>
/// <param name="Folder">What outlives a run.</param>
/// <param name="Limits">The limits that the systems of this process share.</param>
internal sealed record TransportServices(TimeProvider Clock, KeptFolder Folder, RateLimits Limits)
{
    /// <summary>Spreads repetitions: numbers from 0 to less than 1.</summary>
    public Func<double> Randomness { get; init; } = Random.Shared.NextDouble;

    /// <summary>The time of time-outs: that of the network, which no test moves by waiting.</summary>
    public TimeProvider NetworkClock { get; init; } = TimeProvider.System;

    /// <summary>What carries requests instead of the network; <see langword="null"/> for the network.</summary>
    public HttpMessageHandler? Network { get; init; }
}

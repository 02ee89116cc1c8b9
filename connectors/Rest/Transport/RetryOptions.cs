namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>How often and how soon a request is repeated that is safe to repeat.</summary>
internal sealed record RetryOptions
{
    /// <summary>How many repetitions follow the first attempt at most.</summary>
    public int Most { get; init; } = 4;

    /// <summary>The wait before the first repetition; the next ones double it. Randomness spreads them.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);
}

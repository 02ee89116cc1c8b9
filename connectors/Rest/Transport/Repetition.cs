using Polly;
using Polly.Retry;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>How attempts follow one another.</summary>
internal static class Repetition
{
    /// <summary>Makes the pipeline.</summary>
    public static ResiliencePipeline<Attempt> Of(RetryOptions options, TransportServices services)
    {
        var builder = new ResiliencePipelineBuilder<Attempt> { TimeProvider = services.Clock };
        return options.Most == 0 ? builder.Build() : builder.AddRetry(Strategy(options, services)).Build();
    }

    private static RetryStrategyOptions<Attempt> Strategy(RetryOptions options, TransportServices services) => new()
    {
        MaxRetryAttempts = options.Most,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.FirstWait,
        MaxDelay = options.LongestWait,
        Randomizer = services.Randomness,
        ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { IsRepeatable: true }),

        // Where the system is busy, the gate waits, for all calls.
        DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(attempt.Outcome.Result?.Trouble is SystemBusyException ? TimeSpan.Zero : null),
    };
}

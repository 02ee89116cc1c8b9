using Polly;
using SesamTalk.Connectors.Rest.Limits;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>Sends errands within the limits, and again where that is safe.</summary>
internal sealed class Sender(TransportOptions options, Wire wire, RateGate gate, Secrets secrets, TransportServices services)
{
    private readonly ResiliencePipeline<Attempt> _attempts = Repetition.Of(options.Retries, services);

    /// <summary>Sends an errand.</summary>
    /// <returns>The answer and, where it is no success, what it means for this errand.</returns>
    /// <exception cref="SystemFailureException">There is no answer that says something of this errand.</exception>
    public async Task<(RestResponse Response, Verdict? Verdict)> SendAsync(Errand errand, CancellationToken cancellationToken)
    {
        var attempt = await _attempts.ExecuteAsync(async token => await AttemptAsync(errand, token), cancellationToken);
        return attempt.Trouble is { } trouble ? throw trouble : (attempt.Response!, attempt.Verdict);
    }

    private async Task<Attempt> AttemptAsync(Errand errand, CancellationToken cancellationToken)
    {
        var address = errand.Address;
        var renewed = errand.Renew is null;
        for (var redirects = 0; redirects <= Redirects.Most;)
        {
            // A call for a token comes before the place is taken: it may need one itself.
            (await errand.Make(address, cancellationToken)).Dispose();
            using var passage = new Passage(gate, await gate.EnterAsync(errand.Group, cancellationToken));
            using var message = await errand.Make(address, cancellationToken);
            var exchange = await wire.SendAsync(message, errand.RunsToItsEnd ? CancellationToken.None : cancellationToken);
            passage.Response = exchange.Response;
            if (exchange.Response is not { } response)
                return Evaluation.OfNoAnswer(options.System, exchange, errand.Effect);
            if (response.Status == 401 && !renewed)
            {
                passage.Dispose();
                renewed = true;
                if (await errand.Renew!(message, cancellationToken))
                {
                    await response.DisposeAsync();
                    continue;
                }
            }

            if (Redirects.Next(options.System, errand, message.Method, address, response) is not { } next)
                return await EvaluateAsync(errand, passage, response);
            await response.DisposeAsync();
            (address, redirects) = (next, redirects + 1);
        }

        throw Redirects.Endless(options.System);
    }

    private async Task<Attempt> EvaluateAsync(Errand errand, Passage passage, RestResponse response)
    {
        var verdict = Judge.Of(response, options.Errors, secrets);
        passage.Dispose();
        var attempt = verdict?.Meaning switch
        {
            ErrorMeaning.Busy => Busy(passage, response, verdict),
            ErrorMeaning.Unavailable when IsOverload(errand, response, verdict) => Busy(passage, response, verdict),
            ErrorMeaning.Unavailable => Evaluation.OfUnavailable(options.System, response.Status, verdict, errand.Effect),
            _ => new Attempt { Response = response, Verdict = verdict },
        };
        if (attempt.Response is null)
            await response.DisposeAsync();
        else
            gate.Pass();
        return attempt;
    }

    private Attempt Busy(Passage passage, RestResponse response, Verdict verdict) =>
        Evaluation.OfBusy(options.System, verdict, passage.Pause(response), options.Limits.Patience);

    // A create is not believed to have done nothing: a gateway may speak that knows nothing of what is behind it.
    private static bool IsOverload(Errand errand, RestResponse response, Verdict verdict) =>
        verdict.Rule is null && response.Status == 503 && errand.Effect != RequestEffect.Create && response.Header("Retry-After") is not null;
}

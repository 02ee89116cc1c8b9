using System.Globalization;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What an exchange means for its errand, and whether a repetition is safe (clauses C3, W4).</summary>
internal static class Evaluation
{
    private const string NotKnown = "whether the record was written is not known";

    /// <summary>There is no answer.</summary>
    public static Attempt OfNoAnswer(string system, Exchange exchange, RequestEffect effect) => exchange.Failure switch
    {
        ExchangeFailure.NotSent => Repeatable(new SystemUnavailableException($"{system} cannot be reached: {exchange.Message}", exchange.Cause)),
        ExchangeFailure.Certificate => Final(new SystemRefusedException(
            $"{system} is not trusted: {exchange.Message}; nothing was sent", $"Check the address of {system}, and the clock and the certificates of this machine.", exchange.Cause)),
        ExchangeFailure.TooLarge when effect == RequestEffect.Read => Final(new SystemRefusedException(
            $"an answer of {system} was refused: {exchange.Message}", "Read smaller pages or fewer fields, or permit larger answers in its definition.", exchange.Cause)),
        _ when effect == RequestEffect.Read => Repeatable(new SystemUnavailableException($"{system} gave no answer: {exchange.Message}", exchange.Cause)),
        _ => new Attempt
        {
            Trouble = new AnswerLostException($"{system} gave no answer: {exchange.Message}; {NotKnown}", exchange.Cause),
            IsRepeatable = effect == RequestEffect.Idempotent && exchange.Failure == ExchangeFailure.Lost,
        },
    };

    /// <summary>The system does not work. What an answer says of its effect is not believed then.</summary>
    public static Attempt OfUnavailable(string system, int status, Verdict verdict, RequestEffect effect)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"{system} does not work (status {status}): {verdict.Words}");
        return effect switch
        {
            RequestEffect.Read => new Attempt { Trouble = new SystemUnavailableException(message), IsRepeatable = status is not (501 or 505) },
            _ => new Attempt { Trouble = new AnswerLostException($"{message}; {NotKnown}"), IsRepeatable = effect == RequestEffect.Idempotent },
        };
    }

    /// <summary>The system is busy, and did nothing.</summary>
    public static Attempt OfBusy(string system, Verdict verdict, TimeSpan wait, TimeSpan patience) => new()
    {
        Trouble = new SystemBusyException($"{system} is busy: {verdict.Words}", wait),
        IsRepeatable = wait <= patience,
    };

    private static Attempt Repeatable(SystemFailureException trouble) => new() { Trouble = trouble, IsRepeatable = true };

    private static Attempt Final(SystemFailureException trouble) => new() { Trouble = trouble };
}
